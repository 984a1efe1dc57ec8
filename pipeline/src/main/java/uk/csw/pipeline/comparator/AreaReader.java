package uk.csw.pipeline.comparator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/** Tells which area a row is about. */
interface AreaReader {
    Pattern JOINT = Pattern.compile("\\d{3}( / \\d{3})+");

    /** The area of {@code row}; none when it is none that we know. */
    Optional<Area> area(CSVRecord row);

    /** What the row says about its area, for a message. */
    String said(CSVRecord row);

    /** The reader of {@code table} in a file with this {@code header}. */
    static AreaReader of(PublishedTable table, Header header, Predicate<String> isAuthority) {
        return switch (table.layout()) {
            case EXPLORE_EDUCATION_STATISTICS -> new ByLevel(header, isAuthority);
            case LOCAL_AUTHORITY_INTERACTIVE_TOOL -> new ByNumber(header, table.areas(), isAuthority);
        };
    }

    /** Explore Education Statistics: the level says which of the codes to read. */
    final class ByLevel implements AreaReader {
        private final int level;
        private final int authorityCode;
        private final int authorityName;
        private final int regionCode;
        private final int regionName;
        private final Predicate<String> isAuthority;

        ByLevel(Header header, Predicate<String> isAuthority) {
            level = header.place(List.of("geographic_level"));
            authorityCode = header.place(List.of("old_la_code"));
            authorityName = header.place(List.of("la_name"));
            regionCode = header.place(List.of("region_code"));
            regionName = header.place(List.of("region_name"));
            this.isAuthority = isAuthority;
        }

        @Override
        public Optional<Area> area(CSVRecord row) {
            return switch (row.get(level).strip().toLowerCase(Locale.ROOT)) {
                case "national" -> Optional.of(new Area("england", Area.ENGLAND, "England"));
                case "regional" ->
                    Optional.of(new Area("region", row.get(regionCode).strip(), row.get(regionName)));
                case "local authority" ->
                    Optional.of(row.get(authorityCode).strip())
                            .filter(code -> isAuthority.test(code)
                                    || JOINT.matcher(code).matches())
                            .map(code -> new Area("authority", code, row.get(authorityName)));
                default -> Optional.empty();
            };
        }

        @Override
        public String said(CSVRecord row) {
            return "geographic_level '" + row.get(level) + "', old_la_code '" + row.get(authorityCode) + "'";
        }
    }

    /** Local authority interactive tool: one number, which the spreadsheet it came from may show as 301.0. */
    final class ByNumber implements AreaReader {
        private final int number;
        private final int name;
        private final Map<String, String> areas;
        private final Predicate<String> isAuthority;

        ByNumber(Header header, Map<String, String> areas, Predicate<String> isAuthority) {
            number = header.place(List.of("LA Number"));
            name = header.place(List.of("LA and Regions"));
            this.areas = areas;
            this.isAuthority = isAuthority;
        }

        @Override
        public Optional<Area> area(CSVRecord row) {
            String code = code(row);
            String other = areas.get(code);
            if (other != null) {
                return Optional.of(new Area(other.equals(Area.ENGLAND) ? "england" : "region", other, row.get(name)));
            }
            return isAuthority.test(code) ? Optional.of(new Area("authority", code, row.get(name))) : Optional.empty();
        }

        @Override
        public String said(CSVRecord row) {
            return "LA Number '" + row.get(number) + "'";
        }

        private String code(CSVRecord row) {
            String cell = row.get(number).strip();
            return cell.endsWith(".0") ? cell.substring(0, cell.length() - 2) : cell;
        }
    }
}
