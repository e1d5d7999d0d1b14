package netsight.async.internal.store;

import java.util.List;

/** The chunks of a response: in a file from the moment on at which the database is away, and at the end all in the database. */
final class ResponseChunks implements BodySink.Chunks {
    private final Bodies bodies;
    private final Claim claim;
    private final Runnable required;
    private final Runnable wanted;
    private Spool spool;
    private int spooledFrom;

    /**
     * @param required to be done before a chunk is stored
     * @param wanted throws as soon as nobody waits for the response any more
     */
    ResponseChunks(Bodies bodies, Claim claim, Runnable required, Runnable wanted) {
        this.bodies = bodies;
        this.claim = claim;
        this.required = required;
        this.wanted = wanted;
    }

    @Override
    public void store(int number, List<byte[]> chunks) {
        if (spool == null) {
            try {
                required.run();
                bodies.write(claim, number, chunks);
                return;
            } catch (DatabaseFailure e) {
                if (!e.isAway() && !e.isPassing()) {
                    throw e;
                }
                spool = new Spool();
                spooledFrom = number;
            }
        }
        chunks.forEach(spool::write);
    }

    @Override
    public void end() {
        if (spool != null) {
            long position = 0;
            int number = spooledFrom;
            for (byte[] chunk = spool.read(0, Bodies.CHUNK);
                    chunk.length > 0;
                    chunk = spool.read(position, Bodies.CHUNK)) {
                move(number++, chunk);
                position += chunk.length;
            }
        }
    }

    private void move(int number, byte[] chunk) {
        bodies.patiently(wanted, () -> {
            required.run();
            bodies.replace(claim, number, chunk);
            return null;
        });
    }

    @Override
    public void delete() {
        bodies.delete(claim);
    }

    @Override
    public void release() {
        if (spool != null) {
            spool.close();
        }
    }
}
