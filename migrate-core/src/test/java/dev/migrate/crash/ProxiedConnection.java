package dev.migrate.crash;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection through the proxy. It parses as much of the protocol as is needed to recognize commands: each packet
 * starts with its length and a sequence number, and only a command from the client has the number zero.
 */
final class ProxiedConnection {

    private static final int HEADER = 4;
    private static final int COM_QUIT = 1;
    private static final int PROTOCOL_VERSION = 10;
    private static final long GHOST_MILLIS = 500;

    private final CommandProxy proxy;
    private final Socket client;
    private final Socket server;
    private volatile long id;
    private volatile boolean isFrozen;
    private volatile boolean isClientGone;
    /** The action to perform when the server responds. */
    private volatile @Nullable FaultInjection held;

    ProxiedConnection(CommandProxy proxy, Socket client, Socket server) {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
    }

    void start() {
        CommandProxy.inBackground(this::passAnswers);
        CommandProxy.inBackground(this::passCommands);
    }

    /** The server's id of the session. */
    long id() {
        return id;
    }

    void cut() {
        close(client);
        close(server);
    }

    /** Leaves the server's session with its statement and its lock for a while. */
    void cutClient() {
        isClientGone = true;
        close(client);
        CompletableFuture.delayedExecutor(GHOST_MILLIS, TimeUnit.MILLISECONDS).execute(() -> close(server));
    }

    /** Stops all transmission. */
    void freeze() {
        isFrozen = true;
    }

    static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed in any case.
        }
    }

    private void passCommands() {
        try {
            DataInputStream in = new DataInputStream(client.getInputStream());
            OutputStream out = server.getOutputStream();
            boolean isOpen = true;
            while (isOpen) {
                byte[] packet = readPacket(in);
                if (isFrozen || isClientGone) {
                    // A disconnected client sends a quit command, which may arrive before its end is detected.
                    return;
                }
                boolean isCommand = packet[3] == 0 && packet.length > HEADER && packet[HEADER] != COM_QUIT;
                FaultInjection injection = isCommand ? proxy.next(text(packet)) : null;
                isOpen = injection == null ? pass(packet, out) : passOrMiss(packet, out, injection);
            }
        } catch (IOException e) {
            if (!isClientGone) {
                cut();
            }
        }
    }

    private static boolean pass(byte[] packet, OutputStream out) throws IOException {
        out.write(packet);
        return true;
    }

    private boolean passOrMiss(byte[] packet, OutputStream out, FaultInjection injection) throws IOException {
        try {
            return pass(packet, out, injection);
        } catch (IOException e) {
            injection.miss();
            throw e;
        }
    }

    private boolean pass(byte[] packet, OutputStream out, FaultInjection injection) throws IOException {
        return switch (injection.crash().timing()) {
            case BEFORE -> injection.apply(this) && pass(packet, out);
            case DURING -> pass(packet, out) && injection.apply(this);
            case AFTER -> {
                held = injection;
                yield pass(packet, out);
            }
        };
    }

    private void passAnswers() {
        try {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] greeting = readPacket(new DataInputStream(in));
            id = sessionId(greeting);
            out.write(greeting);
            byte[] buffer = new byte[8_192];
            boolean isOpen = true;
            while (isOpen) {
                int length = in.read(buffer);
                FaultInjection injection = held;
                held = null;
                isOpen = length > 0 && !isFrozen && (injection == null || injection.apply(this));
                if (isOpen && !isClientGone) {
                    out.write(buffer, 0, length);
                }
            }
            if (!isFrozen && !isClientGone) {
                cut();
            }
        } catch (IOException e) {
            if (!isClientGone) {
                cut();
            }
        } finally {
            FaultInjection missed = held;
            if (missed != null) {
                missed.miss();
            }
        }
    }

    private static byte[] readPacket(DataInputStream in) throws IOException {
        byte[] header = in.readNBytes(HEADER);
        if (header.length < HEADER) {
            throw new IOException("The other side has ended.");
        }
        int length = (header[0] & 0xFF) | ((header[1] & 0xFF) << 8) | ((header[2] & 0xFF) << 16);
        byte[] packet = new byte[HEADER + length];
        System.arraycopy(header, 0, packet, 0, HEADER);
        in.readFully(packet, HEADER, length);
        return packet;
    }

    private static String text(byte[] packet) {
        return new String(packet, HEADER + 1, packet.length - HEADER - 1, StandardCharsets.UTF_8);
    }

    /** After the version of the protocol and the server's version, which ends with a zero. */
    private static long sessionId(byte[] greeting) {
        if (greeting[HEADER] != PROTOCOL_VERSION) {
            return 0;
        }
        int at = HEADER + 1;
        while (greeting[at] != 0) {
            at++;
        }
        long session = 0;
        for (int i = 4; i > 0; i--) {
            session = (session << 8) | (greeting[at + i] & 0xFF);
        }
        return session;
    }
}
