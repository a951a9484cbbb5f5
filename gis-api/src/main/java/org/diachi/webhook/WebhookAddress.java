package org.diachi.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import org.springframework.stereotype.Component;

/** Decides which addresses may be spoken to. */
@Component
public final class WebhookAddress {

    private static final int LONGEST = 2000;
    private static final int LAST_PORT = 65_535;

    private final boolean arePrivateNetworksAllowed;

    WebhookAddress(WebhookSettings settings) {
        this.arePrivateNetworksAllowed = settings.privateNetworks();
    }

    /** An address that is not spoken to. The message says why and what to do. */
    public static final class RefusedException extends Exception {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /**
     * Reads an address.
     *
     * @throws RefusedException if it is none of the web
     */
    public static URI parse(String text) throws RefusedException {
        try {
            URI uri = new URI(text);
            boolean isOfTheWeb = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            boolean isPlain = uri.getRawUserInfo() == null && uri.getPort() <= LAST_PORT && text.length() <= LONGEST;
            if (!isOfTheWeb || uri.getHost() == null || !isPlain) {
                throw new RefusedException(
                        "\"" + text + "\" is no address to tell. Give one such as https://office.example/watches.");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new RefusedException("\"" + text + "\" cannot be read as an address: " + e.getReason() + ".");
        }
    }

    /**
     * Where the host of an address is now.
     *
     * @throws RefusedException if it is nowhere, or in a network that may not be spoken to
     */
    public InetAddress resolve(URI uri) throws RefusedException {
        try {
            InetAddress[] all = InetAddress.getAllByName(uri.getHost());
            for (InetAddress address : all) {
                if (!arePrivateNetworksAllowed && !isPublic(address)) {
                    throw new RefusedException("The host " + uri.getHost()
                            + " is in a private network. Give a public address, or let the operator set"
                            + " diachi.webhooks.private-networks=true.");
                }
            }
            return all[0];
        } catch (UnknownHostException e) {
            throw new RefusedException("There is no host " + uri.getHost() + ".");
        }
    }

    /** Whether an address is one of the public internet, by the special-purpose registries of RFC 6890. */
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : address instanceof Inet6Address && isPublic6(bytes);
    }

    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        int third = bytes[2] & 0xff;
        return first != 0
                && first < 240
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0 && (third == 0 || third == 2))
                && !(first == 192 && second == 88 && third == 99)
                && !(first == 198 && (second == 18 || second == 19))
                && !(first == 198 && second == 51 && third == 100)
                && !(first == 203 && second == 0 && third == 113);
    }

    /** Only the global unicast block, without documentation, Teredo and 6to4, which lead to IPv4. */
    private static boolean isPublic6(byte[] bytes) {
        boolean isGlobal = (bytes[0] & 0xe0) == 0x20;
        int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
        return isGlobal && first != 0x2002 && !(first == 0x2001 && (second < 0x0200 || second == 0x0db8));
    }
}
