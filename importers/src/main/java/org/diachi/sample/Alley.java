package org.diachi.sample;

import java.util.ArrayList;
import java.util.List;

/** An alley off a street or off another alley. Its number is given when houses are counted past its mouth. */
final class Alley {
    /** Half the width in metres. */
    static final double HALF_WIDTH = 1.7;

    private final Path path;
    private final double mouth;
    private final boolean left;
    private final List<Alley> branches = new ArrayList<>();
    private String number = "";

    /**
     * @param path from the mouth inwards
     * @param mouth where it leaves its parent, in metres along the parent
     * @param left the side of the parent on which it lies
     */
    Alley(Path path, double mouth, boolean left) {
        this.path = path;
        this.mouth = mouth;
        this.left = left;
    }

    Path path() {
        return path;
    }

    double mouth() {
        return mouth;
    }

    boolean isLeft() {
        return left;
    }

    List<Alley> branches() {
        return branches;
    }

    String number() {
        return number;
    }

    void number(String given) {
        number = given;
    }
}
