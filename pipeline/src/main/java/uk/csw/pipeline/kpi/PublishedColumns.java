package uk.csw.pipeline.kpi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.csw.pipeline.sqlcondition.ColumnType;

/**
 * The columns of a fact that definitions may name. Each has a type, and an entity whose deliveries it is made of; those
 * that only describe the child, such as age, need none.
 */
final class PublishedColumns {
    private final List<Column> columns;
    private final String entity;

    private PublishedColumns(List<Column> columns, String entity) {
        this.columns = columns;
        this.entity = entity;
    }

    /** No column yet; what is added next describes the child. */
    static PublishedColumns describing() {
        return new PublishedColumns(List.of(), "");
    }

    /** The same columns; what is added next is made of deliveries of {@code entity}. */
    PublishedColumns from(String entity) {
        return new PublishedColumns(columns, entity);
    }

    PublishedColumns texts(String... names) {
        return with(ColumnType.TEXT, names);
    }

    PublishedColumns numbers(String... names) {
        return with(ColumnType.NUMBER, names);
    }

    PublishedColumns dates(String... names) {
        return with(ColumnType.DATE, names);
    }

    PublishedColumns flags(String... names) {
        return with(ColumnType.FLAG, names);
    }

    Map<String, ColumnType> types() {
        return columns.stream().collect(Collectors.toMap(Column::name, Column::type, (one, two) -> one, TreeMap::new));
    }

    /** The entities that the columns are made of, the first named first. */
    List<String> entities() {
        return columns.stream()
                .map(Column::entity)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    /** The entity that each column is made of; those that describe the child are left out. */
    Map<String, String> entityByColumn() {
        return columns.stream()
                .filter(column -> !column.entity().isEmpty())
                .collect(Collectors.toMap(Column::name, Column::entity));
    }

    private PublishedColumns with(ColumnType type, String... names) {
        List<Column> more = new ArrayList<>(columns);
        for (String name : names) {
            more.add(new Column(name, type, entity));
        }
        return new PublishedColumns(List.copyOf(more), entity);
    }

    private record Column(String name, ColumnType type, String entity) {}
}
