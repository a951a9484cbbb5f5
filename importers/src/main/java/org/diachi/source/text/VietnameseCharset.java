package org.diachi.source.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;

/**
 * The one-byte Vietnamese encodings that the Java platform lacks; they can be read, not written.
 *
 * <p>TCVN3 (also ABC) is TCVN 5712:1993, read here with the accented capitals of its larger variant VN1 where the smaller
 * VN3 leaves gaps; VISCII is RFC 1456.
 */
final class VietnameseCharset extends Charset {

    static final VietnameseCharset TCVN3 = new VietnameseCharset(
            "TCVN3",
            "",
            "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"
                    + "\u00a0ĂÂÊÔƠƯĐăâêôơưđẰ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴ"
                    + "ẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịò"
                    + "ỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ");

    static final VietnameseCharset VISCII = new VietnameseCharset(
            "VISCII",
            "\u0002Ẳ\u0005Ẵ\u0006Ẫ\u0014Ỷ\u0019Ỹ\u001eỴ",
            "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"
                    + "ÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯ"
                    + "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡư"
                    + "àáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ");

    private static final int HALF = 128;

    private final char[] meanings = new char[2 * HALF];

    /**
     * @param controls pairs of a control code and the letter that stands in its place
     * @param upperHalf the letters of the bytes 0x80 to 0xFF
     */
    private VietnameseCharset(String name, String controls, String upperHalf) {
        super(name, null);
        for (char c = 0; c < HALF; c++) {
            meanings[c] = c;
        }
        for (int i = 0; i < controls.length(); i += 2) {
            meanings[controls.charAt(i)] = controls.charAt(i + 1);
        }
        upperHalf.getChars(0, HALF, meanings, HALF);
    }

    @Override
    public boolean contains(Charset other) {
        return other.equals(this);
    }

    @Override
    public boolean canEncode() {
        return false;
    }

    @Override
    public CharsetEncoder newEncoder() {
        throw new UnsupportedOperationException(name() + " is read, never written");
    }

    @Override
    public CharsetDecoder newDecoder() {
        return new CharsetDecoder(this, 1, 1) {
            @Override
            protected CoderResult decodeLoop(ByteBuffer in, CharBuffer out) {
                while (in.hasRemaining()) {
                    if (!out.hasRemaining()) {
                        return CoderResult.OVERFLOW;
                    }
                    out.put(meanings[in.get() & 0xFF]);
                }
                return CoderResult.UNDERFLOW;
            }
        };
    }
}
