package org.diachi.filter.cql;

import java.util.ArrayList;
import java.util.List;
import org.diachi.filter.FilterException;
import org.diachi.filter.FilterLimits;
import org.diachi.filter.Places;
import org.diachi.filter.cql.Token.Kind;

/** The tokens of a CQL2 text, one after the other. */
final class Tokens {

    private final List<Token> tokens;
    private int next;

    Tokens(String text) {
        FilterLimits.requireShort(text);
        this.tokens = new Lexer(text).read();
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    /** The next token; the end stays where it is. */
    Token take() {
        Token token = peek();
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    boolean acceptSign(String sign) {
        boolean found = peek().isSign(sign);
        if (found) {
            next++;
        }
        return found;
    }

    boolean acceptWord(String word) {
        boolean found = peek().isWord(word);
        if (found) {
            next++;
        }
        return found;
    }

    void expectSign(String sign) {
        if (!acceptSign(sign)) {
            throw unexpected("\"" + sign + "\"");
        }
    }

    void expectWord(String word) {
        if (!acceptWord(word)) {
            throw unexpected(word);
        }
    }

    /** A complaint about the next token. */
    FilterException unexpected(String wanted) {
        return new FilterException(
                Places.character(peek().start()), "there is " + peek().words() + " where " + wanted + " is wanted");
    }

    /** Cuts a text into tokens. */
    private static final class Lexer {

        private static final String TWO_SIGNS = "<= >= <>";
        private static final String ONE_SIGN = "()<>=+-*/%^,";

        private final String text;
        private final List<Token> tokens = new ArrayList<>();
        private int at;

        Lexer(String text) {
            this.text = text;
        }

        List<Token> read() {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (Character.isWhitespace(c)) {
                    at++;
                } else if (c == '\'' || c == '"') {
                    readQuoted(c);
                } else if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
                    readNumber();
                } else if (isNameStart(c)) {
                    readWord();
                } else {
                    readSign();
                }
            }
            tokens.add(new Token(Kind.END, "", text.length()));
            return tokens;
        }

        private void readQuoted(char quote) {
            int start = at++;
            StringBuilder content = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at++);
                boolean isDoubled = at < text.length() && text.charAt(at) == quote;
                if (c == '\0') {
                    throw new FilterException(Places.character(at - 1), "there is a character that no text has");
                } else if (c != quote) {
                    content.append(c);
                } else if (isDoubled) {
                    content.append(c);
                    at++;
                } else {
                    tokens.add(new Token(quote == '"' ? Kind.QUOTED_NAME : Kind.STRING, content.toString(), start));
                    return;
                }
            }
            throw new FilterException(Places.character(start), "a quote is opened and never closed");
        }

        private void readNumber() {
            int start = at;
            skipDigits();
            if (at < text.length() && text.charAt(at) == '.') {
                at++;
                skipDigits();
            }
            if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
                at++;
                if (at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
                    at++;
                }
                if (at >= text.length() || !isDigit(text.charAt(at))) {
                    throw new FilterException(Places.character(start), "there is a number without its exponent");
                }
                skipDigits();
            }
            if (at < text.length() && isNameStart(text.charAt(at))) {
                throw new FilterException(Places.character(start), "a number runs into a word");
            }
            tokens.add(new Token(Kind.NUMBER, text.substring(start, at), start));
        }

        private void skipDigits() {
            while (at < text.length() && isDigit(text.charAt(at))) {
                at++;
            }
        }

        private void readWord() {
            int start = at;
            while (at < text.length() && (isNameStart(text.charAt(at)) || isNamePart(text.charAt(at)))) {
                at++;
            }
            tokens.add(new Token(Kind.WORD, text.substring(start, at), start));
        }

        private void readSign() {
            String two = text.substring(at, Math.min(at + 2, text.length()));
            if (two.length() == 2 && TWO_SIGNS.contains(two) && !two.contains(" ")) {
                tokens.add(new Token(Kind.SIGN, two, at));
                at += 2;
            } else if (ONE_SIGN.indexOf(text.charAt(at)) >= 0) {
                tokens.add(new Token(Kind.SIGN, text.substring(at, at + 1), at));
                at++;
            } else {
                throw new FilterException(
                        Places.character(at),
                        "there is a \"" + text.charAt(at) + "\", which means nothing in a filter");
            }
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        private static boolean isNameStart(char c) {
            return Character.isLetter(c) || c == '_' || c == ':' || Character.getType(c) == Character.NON_SPACING_MARK;
        }

        private static boolean isNamePart(char c) {
            return Character.isDigit(c) || c == '.';
        }
    }
}
