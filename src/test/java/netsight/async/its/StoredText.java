package netsight.async.its;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;

/** Looks for a text in every column of every table of the library. */
@Path("stored")
@RequestScoped
public class StoredText {
    @Resource(lookup = "java:comp/DefaultDataSource")
    private DataSource database;

    @GET
    public String columnsWith(@QueryParam("text") String text) throws SQLException {
        TreeSet<String> found = new TreeSet<>();
        try (Connection connection = database.getConnection()) {
            for (String table : tables(connection)) {
                search(connection, table, text, found);
            }
        }
        return String.join(",", found);
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet all = connection.getMetaData().getTables(null, null, "NETSIGHT_ASYNC%", null)) {
            while (all.next()) {
                if (all.getString("TABLE_TYPE").contains("TABLE")) {
                    tables.add(all.getString("TABLE_NAME"));
                }
            }
        }
        return tables;
    }

    private static void search(Connection connection, String table, String text, TreeSet<String> found)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + table)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    if (asText(rows.getObject(i)).contains(text)) {
                        found.add(table + "." + rows.getMetaData().getColumnName(i));
                    }
                }
            }
        }
    }

    private static String asText(Object value) {
        return value instanceof byte[] bytes ? new String(bytes, StandardCharsets.ISO_8859_1) : String.valueOf(value);
    }
}
