package netsight.async.its.bench;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What a plain POST stores. */
@Entity
@Table(name = "plain_row")
public class PlainRow {
    @Id
    UUID id = UUID.randomUUID();

    String text = "plain";
    Instant created = Instant.now();
}
