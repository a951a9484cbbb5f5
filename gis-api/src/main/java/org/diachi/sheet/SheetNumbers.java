package org.diachi.sheet;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and days as a language writes them. For one sheet. */
final class SheetNumbers {

    private static final DateTimeFormatter VIETNAMESE_DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final boolean isVietnamese;
    private final DecimalFormat hundredths;
    private final DecimalFormat plain;

    SheetNumbers(String language) {
        this.isVietnamese = language.equals("vi");
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
        if (isVietnamese) {
            symbols.setDecimalSeparator(',');
            symbols.setGroupingSeparator('.');
        }
        this.hundredths = new DecimalFormat("#,##0.00", symbols);
        this.plain = new DecimalFormat("#,##0.####", symbols);
        hundredths.setRoundingMode(RoundingMode.HALF_UP);
        plain.setRoundingMode(RoundingMode.HALF_UP);
    }

    /** With two decimals: square metres, metres, percent. */
    String hundredths(double value) {
        return hundredths.format(value);
    }

    /** With as many decimals as it has, four at most. */
    String plain(double value) {
        return plain.format(value);
    }

    /** Empty if there is none. */
    String day(@Nullable LocalDate day) {
        if (day == null) {
            return "";
        }
        return isVietnamese ? day.format(VIETNAMESE_DAY) : day.toString();
    }
}
