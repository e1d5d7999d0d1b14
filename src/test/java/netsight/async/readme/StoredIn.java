package netsight.async.readme;

import jakarta.annotation.Resource;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Which database holds a process: looked for by the name that the README gives to the data source. */
@Path("stored-in/{id}")
public class StoredIn {
    @Resource(lookup = "java:comp/env/jdbc/netsight-async")
    private DataSource database;

    @GET
    public String url(@PathParam("id") String id) throws SQLException {
        String uuid = id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select id from netsight_async_process where id = ?")) {
            query.setObject(1, UUID.fromString(uuid));
            return query.executeQuery().next() ? connection.getMetaData().getURL() : "nowhere";
        }
    }
}
