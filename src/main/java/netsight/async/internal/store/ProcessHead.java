package netsight.async.internal.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A process without its request and response, which nobody needs who asks for the status. */
@Entity
@Table(name = ProcessRow.TABLE)
class ProcessHead extends ProcessColumns {}
