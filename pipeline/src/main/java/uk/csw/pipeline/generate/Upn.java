package uk.csw.pipeline.generate;

/** Unique pupil numbers: a check letter and twelve characters, as the DfE guide "Unique pupil numbers" has them. */
final class Upn {
    private static final String LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ";

    private Upn() {}

    /** The number a school of the authority gave: authority, school, year of entry, serial number. */
    static String of(int authority, int school, int year, int serial) {
        return checked(digits(authority, 3) + digits(school, 4) + digits(year % 100, 2) + digits(serial, 3));
    }

    /** The same number with a wrong check letter. */
    static String broken(String upn) {
        char wrong = LETTERS.charAt((LETTERS.indexOf(upn.charAt(0)) + 7) % LETTERS.length());
        return wrong + upn.substring(1);
    }

    private static String checked(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i + 2);
        }
        return LETTERS.charAt(sum % LETTERS.length()) + digits;
    }

    private static String digits(int number, int length) {
        String text = Integer.toString(number);
        return "0".repeat(length - text.length()) + text;
    }
}
