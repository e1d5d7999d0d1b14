package netsight.async.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** A piece of a large body. Plain bytes, no LOB: those differ on every database. */
@Entity
@Table(name = ChunkRow.TABLE)
class ChunkRow {
    static final String TABLE = "netsight_async_chunk";

    @EmbeddedId
    Key key;

    @Column(nullable = false, length = Bodies.CHUNK)
    byte[] bytes;

    /**
     * @param part 0: the request; n: the response of attempt n
     * @param number from 0
     */
    @Embeddable
    record Key(UUID process, int part, int number) implements Serializable {}
}
