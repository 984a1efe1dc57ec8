package uk.csw.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", ""), "docs", "data-dictionary.md");

    @Test
    void the_page_in_docs_is_up_to_date() throws SQLException, IOException {
        String page;
        try (Connection connection = Warehouse.empty().database().getConnection()) {
            page = new DataDictionary().markdown(connection);
        }
        if (Boolean.getBoolean("dictionary.write")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as("Out of date. Write it anew: "
                        + "mvn test -pl warehouse-schema -Dtest=DataDictionaryTest -Ddictionary.write=true")
                .hasContent(page);
    }
}
