package org.diachi.http;

import java.util.ArrayList;
import java.util.List;
import org.diachi.city.CityProfile;
import org.diachi.http.problem.Problem;
import org.diachi.http.problem.ProblemException;
import org.diachi.registry.Registry;
import org.diachi.value.Crs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the systems that callers ask for; those of the city's profile are offered, and CRS84 always. */
@Component
public final class CrsParameters {

    private final Crs storage;
    private final List<Crs> offered;
    private final OutputCrs crs84;

    CrsParameters(Registry registry) {
        CityProfile profile = registry.profile();
        this.storage = profile.storageCrs();
        this.crs84 = OutputCrs.of(Crs.CRS84, storage);
        List<Crs> all = new ArrayList<>(List.of(Crs.CRS84));
        profile.outputCrs().stream().filter(crs -> !all.contains(crs)).forEach(all::add);
        this.offered = List.copyOf(all);
    }

    /** The storage CRS. */
    public Crs storage() {
        return storage;
    }

    /** The systems that are offered, CRS84 first. */
    public List<Crs> offered() {
        return offered;
    }

    /**
     * The system that geometries shall be answered in.
     *
     * @param text a reference to it; CRS84 if absent
     * @throws ProblemException if it is not offered
     */
    public OutputCrs output(@Nullable String text) {
        return text == null ? crs84 : output("crs", text);
    }

    /**
     * The system that a parameter or header names for geometries.
     *
     * @param parameter its name, for the problem
     * @throws ProblemException if it is not offered
     */
    public OutputCrs output(String parameter, String text) {
        return OutputCrs.of(read(parameter, text), storage);
    }

    /**
     * The system that a parameter names.
     *
     * @param parameter its name, for the problem
     * @throws ProblemException if the system is not offered
     */
    public Crs read(String parameter, @Nullable String text) {
        if (text == null) {
            return Crs.CRS84;
        }
        return offered.stream()
                .filter(crs -> crs.equals(parse(parameter, text)))
                .findFirst()
                .orElseThrow(() -> unknown(parameter, text));
    }

    private Crs parse(String parameter, String text) {
        try {
            return Crs.parse(text);
        } catch (IllegalArgumentException e) {
            throw unknown(parameter, text);
        }
    }

    private ProblemException unknown(String parameter, String text) {
        List<String> known = offered.stream().map(Crs::uri).toList();
        String detail = "The parameter \"" + parameter + "\" is \"" + text
                + "\", which is no coordinate reference system that is offered. Offered are " + String.join(", ", known)
                + ".";
        return new ProblemException(Problem.badValue(parameter, detail).withKnown(known));
    }
}
