package netsight.async.internal.setup;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Which server this is, and which of its deployments. */
@ApplicationScoped
public class Node {
    @Inject
    ServletContext servlets;

    private String name;
    private String deployment;

    @PostConstruct
    void find() {
        String server = System.getProperty("jboss.node.name");
        name = server != null ? server : host();
        deployment = servlets.getContextPath();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("This host has no name; set the system property jboss.node.name", e);
        }
    }

    /** The server's own name, unique in its cluster. */
    public String name() {
        return name;
    }

    /** The context path; empty for the root. */
    public String deployment() {
        return deployment;
    }

    /** The name of the cookie that carries the caller's session. */
    public String sessionCookie() {
        String configured = servlets.getSessionCookieConfig().getName();
        return configured != null ? configured : "JSESSIONID";
    }
}
