package netsight.async.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A node that lives: who finds no row for the life that owes a process an end may take it over. */
@Entity
@Table(name = "netsight_async_node")
class NodeRow {
    /** What the processes of this life have in their column {@code node}. */
    @Id
    String life;

    @Column(nullable = false)
    String name;

    @Column(nullable = false)
    String deployment;

    /** Counts up while the node lives: clocks of two machines are never compared. */
    long beat;

    protected NodeRow() {}

    NodeRow(String life, String name, String deployment) {
        this.life = life;
        this.name = name;
        this.deployment = deployment;
    }
}
