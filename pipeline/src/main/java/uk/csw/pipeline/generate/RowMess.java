package uk.csw.pipeline.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Spoils single rows of one table of one authority and financial year: the same rows in every month of the year. */
final class RowMess {
    private static final String[] BAD_DATES = {"32/01/2025", "31/02/2025", "2O/05/2025", "see notes"};
    private static final String[] BAD_CODES = {"ZZ9", "Q7", "X99", "??"};

    private final Table<?> table;
    private final MessShares shares;
    private final long place;

    RowMess(Table<?> table, MessShares shares, long seed, int authority, int financialYear) {
        this.table = table;
        this.shares = shares;
        this.place = Chance.hash(seed, authority, financialYear, table.name().hashCode());
    }

    /** What is wrong with this row; cells are changed in place, except for what concerns the line as a whole. */
    Optional<Mess> spoil(String[] cells) {
        Chance chance = Chance.of(place, key(cells));
        double draw = chance.share();
        for (Mess mess : Mess.values()) {
            draw -= mess.reach() == Mess.Reach.ROW ? shares.of(mess) : 0;
            if (draw < 0) {
                return plant(mess, cells, chance) ? Optional.of(mess) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private long key(String[] cells) {
        long key = 0;
        for (int i = 0; i < cells.length; i++) {
            if (table.columns().get(i).isKey()) {
                key = key * 1_000_003 + cells[i].hashCode();
            }
        }
        return key;
    }

    private boolean plant(Mess mess, String[] cells, Chance chance) {
        return switch (mess) {
            case UNREADABLE_KEY_DATE -> replace(cells, chance, BAD_DATES, column -> is(column, Column.Kind.DATE, true));
            case UNREADABLE_DATE -> replace(cells, chance, BAD_DATES, column -> is(column, Column.Kind.DATE, false));
            case UNKNOWN_REQUIRED_CODE ->
                replace(cells, chance, BAD_CODES, column -> is(column, Column.Kind.CODE, true));
            case UNKNOWN_CODE -> replace(cells, chance, BAD_CODES, column -> is(column, Column.Kind.CODE, false));
            case BLANK_REQUIRED ->
                replace(cells, chance, new String[] {""}, column -> column.need() == Column.Need.REQUIRED);
            case BAD_UPN -> breakUpn(cells);
            case END_BEFORE_START -> endBeforeStart(cells, chance);
            default -> true;
        };
    }

    private boolean replace(String[] cells, Chance chance, String[] by, Predicate<Column> where) {
        List<Integer> candidates = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty() && where.test(table.columns().get(i))) {
                candidates.add(i);
            }
        }
        if (candidates.isEmpty()) {
            return false;
        }
        cells[candidates.get(chance.below(candidates.size()))] = by[chance.below(by.length)];
        return true;
    }

    private boolean breakUpn(String[] cells) {
        for (int i = 0; i < cells.length; i++) {
            boolean isNumber = !cells[i].isEmpty() && !cells[i].startsWith("UN");
            if (isNumber && table.columns().get(i).kind() == Column.Kind.UPN) {
                cells[i] = Upn.broken(cells[i]);
                return true;
            }
        }
        return false;
    }

    /** An end one to two hundred days before the date that tells the row apart. */
    private boolean endBeforeStart(String[] cells, Chance chance) {
        int start = table.position(column -> column.isKey() && column.kind() == Column.Kind.DATE);
        int end = table.position(Column::isEnd);
        if (start < 0 || end < 0 || cells[end].isEmpty()) {
            return false;
        }
        cells[end] =
                LocalDate.parse(cells[start]).minusDays(chance.between(1, 200)).toString();
        return true;
    }

    private static boolean is(Column column, Column.Kind kind, boolean required) {
        Column.Need need = required ? Column.Need.REQUIRED : Column.Need.OPTIONAL;
        return column.kind() == kind && column.need() == need;
    }
}
