package org.diachi.security.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Who is one client, among network addresses. */
public final class Clients {

    private static final int NETWORK_BYTES = 8;

    private Clients() {}

    /**
     * The client of an address: of IPv6 the network of 64 bits, since whoever has one address has all of those.
     *
     * @param address as the server tells it, a literal
     */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, Math.min(NETWORK_BYTES, bytes.length)));
        } catch (UnknownHostException e) {
            // No literal, so a proxy has made it up: then it is a client of its own.
            return address;
        }
    }
}
