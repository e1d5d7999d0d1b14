package netsight.async.its;

import jakarta.annotation.Resource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.sql.SQLException;
import javax.sql.DataSource;

/** How many processes the database holds, whatever their state. */
@Path("rows")
public class StoredRows {
    @Resource
    private DataSource database;

    @GET
    @Produces("text/plain")
    public int rows() throws SQLException {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select count(*) from netsight_async_process")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
