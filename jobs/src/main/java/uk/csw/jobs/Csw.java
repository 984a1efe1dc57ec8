package uk.csw.jobs;

/** Placeholder entry point. */
public final class Csw {
    private Csw() {}

    public static void main(String[] args) {}
}
