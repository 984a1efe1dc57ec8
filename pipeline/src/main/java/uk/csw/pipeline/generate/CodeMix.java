package uk.csw.pipeline.generate;

/** Codes with their weights, written {@code "U6 62, U3 20, K2 2"}; weights need not sum to anything. */
final class CodeMix {
    private final String[] codes;
    private final double[] upTo;

    private CodeMix(String[] codes, double[] upTo) {
        this.codes = codes;
        this.upTo = upTo;
    }

    static CodeMix of(String text) {
        String[] parts = text.split(", ", -1);
        String[] codes = new String[parts.length];
        double[] upTo = new double[parts.length];
        double total = 0;
        for (int i = 0; i < parts.length; i++) {
            int space = parts[i].indexOf(' ');
            codes[i] = parts[i].substring(0, space);
            total += Double.parseDouble(parts[i].substring(space + 1));
            upTo[i] = total;
        }
        return new CodeMix(codes, upTo);
    }

    String pick(Chance chance) {
        double draw = chance.share() * upTo[upTo.length - 1];
        int i = 0;
        while (i < codes.length - 1 && draw >= upTo[i]) {
            i++;
        }
        return codes[i];
    }
}
