package org.diachi.security;

import java.util.function.Predicate;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * What headers and parameters may hold. The rules of the firewall are regular expressions, which every request pays for a
 * dozen times; letters, digits and signs of ASCII, which all rules allow, need none.
 */
final class PlainText {

    private PlainText() {}

    /** The usual firewall with its usual rules. */
    static StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderNames(isPlain().or(StrictHttpFirewall.ALLOWED_HEADER_NAMES));
        firewall.setAllowedHeaderValues(isPlain().or(StrictHttpFirewall.ALLOWED_HEADER_VALUES));
        firewall.setAllowedParameterNames(isPlain().or(StrictHttpFirewall.ALLOWED_PARAMETER_NAMES));
        firewall.setAllowedParameterValues(isPlain().or(StrictHttpFirewall.ALLOWED_PARAMETER_VALUES));
        return firewall;
    }

    private static Predicate<String> isPlain() {
        return text -> {
            for (int i = 0; i < text.length(); i++) {
                if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
                    return false;
                }
            }
            return true;
        };
    }
}
