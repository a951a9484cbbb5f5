package org.diachi.cli;

/** Whoever may call commands on this machine acts as an administrator, and is named as such. */
final class Operator {

    private Operator() {}

    /** How the change log and the audit log name an operator; no key or token is named like this. */
    static String named(String name) {
        return name + " (operator)";
    }

    /** The operator who has not given another name. */
    static String current() {
        return named(System.getProperty("user.name", "unknown"));
    }
}
