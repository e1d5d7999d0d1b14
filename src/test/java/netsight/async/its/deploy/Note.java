package netsight.async.its.deploy;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** The application's own entity. */
@Entity
public class Note {
    @Id
    @GeneratedValue
    public Long id;

    public String text;
}
