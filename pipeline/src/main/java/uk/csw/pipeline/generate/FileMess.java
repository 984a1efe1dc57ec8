package uk.csw.pipeline.generate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** What is untidy about one file as a whole, and how that shows in its cells. */
final class FileMess {
    private static final String[] NULL_WORDS = {"NULL", "N/A", "nan", "#N/A"};

    private final Table<?> table;
    private final Set<Mess> kinds = EnumSet.noneOf(Mess.class);
    private final int dateColumn;
    private final int blankColumn;
    private final String nullWord;

    FileMess(Table<?> table, MessShares shares, boolean hasNumericIds, long seed, int authority, Position position) {
        this.table = table;
        long habits = Chance.hash(seed, authority, table.name().hashCode());
        long file =
                Chance.hash(habits, position.month().getYear(), position.month().getMonthValue());
        for (Mess mess : Mess.values()) {
            long place = mess.reach() == Mess.Reach.HABIT ? habits : file;
            if (mess.reach() != Mess.Reach.ROW && Chance.shareOf(place, mess.ordinal()) < shares.of(mess)) {
                kinds.add(mess);
            }
        }
        if (!hasNumericIds) {
            kinds.remove(Mess.FLOAT_IDS);
        }
        if (kinds.contains(Mess.TWO_DIGIT_YEARS)) {
            kinds.remove(Mess.OTHER_DATES);
        }
        Chance chance = Chance.of(file);
        dateColumn = pick(chance, column -> column.kind() == Column.Kind.DATE);
        blankColumn = pick(chance, column -> column.need() == Column.Need.OPTIONAL);
        nullWord = NULL_WORDS[chance.below(NULL_WORDS.length)];
    }

    boolean has(Mess mess) {
        return kinds.contains(mess);
    }

    String fileName() {
        boolean isOther = has(Mess.OTHER_FILE_NAME);
        return (isOther
                        ? table.otherNames()
                                .get(table.name().length() % table.otherNames().size())
                        : table.name()) + ".csv";
    }

    /** Changes the cells as the kind of mess does; false when it leaves the row as it was. */
    boolean apply(Mess mess, String[] cells) {
        return switch (mess) {
            case OTHER_DATES -> set(cells, dateColumn, otherStyle(cells[dateColumn]));
            case TWO_DIGIT_YEARS -> set(cells, dateColumn, shortYear(cells[dateColumn]));
            case NULL_TEXTS -> cells[blankColumn].isEmpty() && set(cells, blankColumn, nullWord);
            case FLOAT_IDS -> !cells[0].isEmpty() && set(cells, 0, cells[0] + ".0");
            case LOWER_CASE_CODES -> lowerCase(cells);
            default -> true;
        };
    }

    private boolean lowerCase(String[] cells) {
        boolean changed = false;
        for (int i = 0; i < cells.length; i++) {
            if (table.columns().get(i).kind() == Column.Kind.CODE) {
                changed |= set(cells, i, cells[i].toLowerCase(Locale.ROOT));
            }
        }
        return changed;
    }

    private static boolean set(String[] cells, int at, String value) {
        boolean changes = !cells[at].equals(value);
        cells[at] = value;
        return changes;
    }

    /** A date of the looked-after return as the census writes it, and the reverse. */
    private static String otherStyle(String date) {
        if (isIso(date)) {
            return date.substring(8) + "/" + date.substring(5, 7) + "/" + date.substring(0, 4);
        }
        return isSlashed(date) ? date.substring(6) + "-" + date.substring(3, 5) + "-" + date.substring(0, 2) : date;
    }

    private static String shortYear(String date) {
        String slashed = isIso(date) ? otherStyle(date) : date;
        return isSlashed(slashed) ? slashed.substring(0, 6) + slashed.substring(8) : date;
    }

    /** A cell that was spoilt before stays as it is. */
    private static boolean isSlashed(String text) {
        return text.length() == 10 && Character.isDigit(text.charAt(1)) && text.charAt(2) == '/';
    }

    private static boolean isIso(String text) {
        return text.length() == 10 && text.charAt(4) == '-' && text.charAt(7) == '-';
    }

    /** A column of the wanted kind, counted from 0; the first column when there is none. */
    private int pick(Chance chance, Predicate<Column> wanted) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            if (wanted.test(table.columns().get(i))) {
                found.add(i);
            }
        }
        return found.isEmpty() ? 0 : found.get(chance.below(found.size()));
    }
}
