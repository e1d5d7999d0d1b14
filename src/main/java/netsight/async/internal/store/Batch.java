package netsight.async.internal.store;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.ModelPartContainer;
import org.hibernate.persister.entity.EntityPersister;

/**
 * One statement for many rows, sent to the database at once: JPA sends one after another. Its parameters have the names
 * of the attributes that they are compared with or set to, and are bound as those are.
 */
final class Batch {
    private static final Pattern PARAMETER = Pattern.compile(":([\\w.]+)");

    private final Class<?> entity;
    private final String sql;
    private final List<String> parameters;

    /** @param named SQL on the table of this entity, whose columns have the names of its attributes */
    Batch(Class<?> entity, String named) {
        this.entity = entity;
        sql = PARAMETER.matcher(named).replaceAll("?");
        parameters =
                PARAMETER.matcher(named).results().map(match -> match.group(1)).toList();
    }

    /**
     * @param rows for each the values of all parameters
     * @return how many rows each of them has changed
     */
    int[] execute(EntityManager em, List<Map<String, Object>> rows) {
        SessionImplementor session = em.unwrap(SessionImplementor.class);
        List<JdbcMapping> types = types(session);
        return em.unwrap(Session.class).doReturningWork(connection -> execute(connection, session, types, rows));
    }

    private List<JdbcMapping> types(SessionImplementor session) {
        EntityPersister mapping = session.getFactory().getMappingMetamodel().getEntityDescriptor(entity);
        List<JdbcMapping> types = new ArrayList<>();
        for (String parameter : parameters) {
            types.add(type(mapping, parameter));
        }
        return types;
    }

    private static JdbcMapping type(ModelPartContainer mapping, String path) {
        int dot = path.indexOf('.');
        return dot < 0
                ? mapping.findSubPart(path, null).asBasicValuedModelPart().getJdbcMapping()
                : type((ModelPartContainer) mapping.findSubPart(path.substring(0, dot), null), path.substring(dot + 1));
    }

    @SuppressWarnings("unchecked")
    private int[] execute(
            Connection connection, SessionImplementor session, List<JdbcMapping> types, List<Map<String, Object>> rows)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Map<String, Object> row : rows) {
                for (int i = 0; i < types.size(); i++) {
                    types.get(i).getJdbcValueBinder().bind(statement, row.get(parameters.get(i)), i + 1, session);
                }
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }
}
