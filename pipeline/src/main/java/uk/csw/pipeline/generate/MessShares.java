package uk.csw.pipeline.generate;

import java.util.EnumMap;
import java.util.Map;

/** How much of each kind of mess to plant, as a share in [0, 1] of what the kind reaches; kinds left out are not planted. */
public record MessShares(Map<Mess, Double> shares) {
    public MessShares {
        shares = WrittenFile.ordered(shares);
        shares.forEach((mess, share) -> {
            if (share < 0 || share > 1) {
                throw new IllegalArgumentException("Share of " + mess + " is " + share + "; expected 0 to 1");
            }
        });
    }

    /** Spotless files. */
    public static MessShares none() {
        return new MessShares(Map.of());
    }

    /** Between one and two rows in a hundred touched, about four in a thousand beyond loading. */
    public static MessShares usual() {
        return none().with(Mess.UNREADABLE_KEY_DATE, 0.0010)
                .with(Mess.UNREADABLE_DATE, 0.0015)
                .with(Mess.BLANK_REQUIRED, 0.0010)
                .with(Mess.UNKNOWN_REQUIRED_CODE, 0.0010)
                .with(Mess.UNKNOWN_CODE, 0.0015)
                .with(Mess.RAGGED_ROW, 0.0005)
                .with(Mess.DUPLICATE_ROW, 0.0015)
                .with(Mess.BAD_UPN, 0.0030)
                .with(Mess.END_BEFORE_START, 0.0020)
                .with(Mess.OTHER_DATES, 0.010)
                .with(Mess.TWO_DIGIT_YEARS, 0.004)
                .with(Mess.LOWER_CASE_CODES, 0.005)
                .with(Mess.FLOAT_IDS, 0.003)
                .with(Mess.NULL_TEXTS, 0.008)
                .with(Mess.TRAILING_BLANK_ROWS, 0.02)
                .with(Mess.BOM_AND_CRLF, 0.08)
                .with(Mess.UNNAMED_COLUMN, 0.02)
                .with(Mess.REORDERED_COLUMNS, 0.04)
                .with(Mess.OTHER_FILE_NAME, 0.08);
    }

    /** The same shares with another one for {@code mess}. */
    public MessShares with(Mess mess, double share) {
        Map<Mess, Double> more = new EnumMap<>(Mess.class);
        more.putAll(shares);
        more.put(mess, share);
        return new MessShares(more);
    }

    public double of(Mess mess) {
        return shares.getOrDefault(mess, 0.0);
    }
}
