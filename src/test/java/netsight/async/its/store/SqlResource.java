package netsight.async.its.store;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.StringJoiner;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;

/** What lies in the store's database, seen through a connection of its own. */
@Path("sql")
public class SqlResource {

    /** A line for each row, its columns separated by bars. */
    @GET
    public String query(@QueryParam("q") String sql) throws NamingException, SQLException {
        try (Connection connection = dataSource().getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            return lines(rows);
        }
    }

    @POST
    public void change(@QueryParam("q") String sql) throws NamingException, SQLException {
        try (Connection connection = dataSource().getConnection()) {
            connection.createStatement().executeUpdate(sql);
        }
    }

    @GET
    @Path("columns")
    public String columns(@QueryParam("table") String table) throws NamingException, SQLException {
        try (Connection connection = dataSource().getConnection();
                ResultSet rows = connection.getMetaData().getColumns(null, null, name(connection, table), null)) {
            StringJoiner lines = new StringJoiner("\n");
            while (rows.next()) {
                lines.add((rows.getString("COLUMN_NAME") + " " + rows.getString("TYPE_NAME") + "("
                                + rows.getString("COLUMN_SIZE") + ")"
                                + ("NO".equals(rows.getString("IS_NULLABLE")) ? " not null" : ""))
                        .toLowerCase());
            }
            return lines.toString();
        }
    }

    /** The columns of the indexes, in their order; that of the primary key comes with the others. */
    @GET
    @Path("indexes")
    public String indexes(@QueryParam("table") String table) throws NamingException, SQLException {
        try (Connection connection = dataSource().getConnection();
                ResultSet rows =
                        connection.getMetaData().getIndexInfo(null, null, name(connection, table), false, false)) {
            StringBuilder lines = new StringBuilder();
            while (rows.next()) {
                String column = rows.getString("COLUMN_NAME");
                if (column != null) {
                    boolean first = rows.getInt("ORDINAL_POSITION") == 1;
                    String start = rows.getBoolean("NON_UNIQUE") ? "\nindex " : "\nunique ";
                    lines.append(first ? start : ",").append(column);
                }
            }
            return lines.toString().strip().toLowerCase();
        }
    }

    private static String name(Connection connection, String table) throws SQLException {
        return connection.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase() : table;
    }

    private static String lines(ResultSet rows) throws SQLException {
        StringJoiner lines = new StringJoiner("\n");
        while (rows.next()) {
            StringJoiner line = new StringJoiner("|");
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                line.add(rows.getString(i));
            }
            lines.add(line.toString());
        }
        return lines.toString();
    }

    private static DataSource dataSource() throws NamingException {
        try {
            return InitialContext.doLookup("java:comp/env/jdbc/netsight-async");
        } catch (NamingException notReferred) {
            return InitialContext.doLookup("java:comp/DefaultDataSource");
        }
    }
}
