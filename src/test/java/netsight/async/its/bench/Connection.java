package netsight.async.its.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;

/** One client's connection, with as little effort as can be: the server is to be measured, on the same machine. */
final class Connection implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;
    private final byte[] head = new byte[16 * 1024];
    private int headLength;

    Connection(URI url) {
        try {
            socket = new Socket(url.getHost(), url.getPort());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole request without a body. */
    static byte[] request(String method, URI url, String... headers) {
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        StringBuilder text = new StringBuilder(method + " " + url.getRawPath() + query + " HTTP/1.1\r\nHost: "
                + url.getRawAuthority() + "\r\nAccept: application/json\r\n");
        for (int i = 0; i < headers.length; i += 2) {
            text.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
        }
        return text.append("GET".equals(method) ? "" : "Content-Length: 0\r\n")
                .append("\r\n")
                .toString()
                .getBytes(ISO_8859_1);
    }

    /** @return the status; the body is skipped */
    int send(byte[] request) {
        try {
            socket.getOutputStream().write(request);
            readHead();
            int status = Integer.parseInt(new String(head, 9, 3, ISO_8859_1));
            if (status != 304 && status != 204) {
                skipBody();
            }
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void skipBody() throws IOException {
        if (find("Transfer-Encoding") == null) {
            in.skipNBytes(Long.parseLong(header("Content-Length")));
        } else {
            int size;
            do {
                size = Integer.parseInt(line(), 16);
                in.skipNBytes(size + 2L);
            } while (size > 0);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            line.append((char) b);
        }
        return line.toString().strip();
    }

    private void readHead() throws IOException {
        headLength = 0;
        int ends = 0;
        while (ends < 4) {
            int b = in.read();
            if (b < 0) {
                throw new EOFException();
            }
            ends = b == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : 0;
            head[headLength++] = (byte) b;
        }
    }

    /** Of the last response. */
    String header(String name) {
        String value = find(name);
        if (value == null) {
            throw new AssertionError("no " + name + " in " + new String(head, 0, headLength, ISO_8859_1));
        }
        return value;
    }

    private String find(String name) {
        String text = new String(head, 0, headLength, ISO_8859_1);
        int at = text.toLowerCase().indexOf("\r\n" + name.toLowerCase() + ":");
        if (at < 0) {
            return null;
        }
        int from = at + name.length() + 3;
        return text.substring(from, text.indexOf("\r\n", from)).strip();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
