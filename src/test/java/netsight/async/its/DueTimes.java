package netsight.async.its;

import jakarta.annotation.Resource;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;

/** Says from when on processes may have their turn. */
@Path("due/{id}")
public class DueTimes {
    @Resource
    private DataSource database;

    @PUT
    @Path("{seconds}")
    public void in(@PathParam("id") String id, @PathParam("seconds") int seconds) throws SQLException {
        String uuid = id.replaceFirst("(.{8})(.{4})(.{4})(.{4})", "$1-$2-$3-$4-");
        try (Connection connection = database.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update netsight_async_process set due = ? where id = ?")) {
            update.setObject(1, OffsetDateTime.now().plusSeconds(seconds));
            update.setObject(2, UUID.fromString(uuid));
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("There is no process " + id);
            }
        }
    }
}
