package org.diachi.filter.cql;

/**
 * A word, number, text or sign of CQL2.
 *
 * @param text without quotes, with doubled ones made one
 * @param start index of its first character
 */
record Token(Kind kind, String text, int start) {

    /** What a token is. */
    enum Kind {
        WORD,
        QUOTED_NAME,
        STRING,
        NUMBER,
        SIGN,
        END
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** As it is told to people. */
    String words() {
        return switch (kind) {
            case END -> "the end";
            case STRING -> "the text '" + shortened() + "'";
            default -> "\"" + shortened() + "\"";
        };
    }

    private String shortened() {
        int most = 40;
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
