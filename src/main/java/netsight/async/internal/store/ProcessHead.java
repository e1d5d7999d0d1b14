package netsight.async.internal.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Formula;

/** A process without its request and response, which nobody needs who asks for the status. */
@Entity
@Table(name = ProcessRow.TABLE)
class ProcessHead extends ProcessColumns {

    @Formula("case when logLines is null then false else true end")
    private boolean logged;

    @Override
    boolean logged() {
        return logged;
    }
}
