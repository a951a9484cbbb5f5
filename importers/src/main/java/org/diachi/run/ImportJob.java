package org.diachi.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.diachi.change.ActContext;
import org.diachi.issue.ImportReport;
import org.diachi.issue.RowIssue;
import org.diachi.issue.Severity;
import org.diachi.mapping.FileCrs;
import org.diachi.mapping.GeometryLookup;
import org.diachi.mapping.Mapping;
import org.diachi.mapping.RowMapper;
import org.diachi.registry.Registry;
import org.diachi.run.ImportPipeline.Chunk;
import org.diachi.run.ImportPipeline.Prepared;
import org.diachi.run.ImportRuns.Finding;
import org.diachi.source.FileFacts;
import org.diachi.source.ReadOptions;
import org.diachi.source.Source;
import org.diachi.source.SourceFile;
import org.diachi.value.Crs;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports files into a register by their mappings. */
public final class ImportJob {

    private final Registry registry;
    private final ImportRuns runs;
    private final Targets targets;

    public ImportJob(Registry registry) {
        this(registry, new CityLayerChecks(registry));
    }

    /** Imports with checks of whole files. */
    ImportJob(Registry registry, LayerChecks checks) {
        this.registry = registry;
        this.runs = new ImportRuns(registry.dataSource());
        this.targets = new Targets(registry, checks);
    }

    /** What one run works on. */
    private record Order(Path file, Mapping mapping, Path mappingFolder, ImportOptions options) {}

    /**
     * Imports a file.
     *
     * @param mappingFolder where the mapping's further files are
     * @param listener told of progress and issues
     * @param isCancelled asked between chunks; true ends the run with what was submitted by then
     * @throws org.diachi.source.BrokenFileException if the file cannot be read to its end; nothing is written
     * @throws org.diachi.mapping.MappingException if the mapping does not fit the file; nothing is written
     * @throws ImportRefusedException if another run imports the source, or the rows do not fit one another; nothing is
     *     written but the report of what is wrong
     */
    public ImportResult run(
            Path file,
            Mapping mapping,
            Path mappingFolder,
            ImportOptions options,
            RunListener listener,
            BooleanSupplier isCancelled) {
        return new SourceLock(registry.dataSource()).with(mapping.source(), () -> {
            ReadOptions read = mapping.readOptions();
            FileFacts facts = SourceFile.check(file, read);
            Order order = new Order(file, mapping, mappingFolder, options);
            if (!options.dryRun()) {
                return importRows(order, facts, listener, isCancelled);
            }
            // The acts of a dry run see one another as they would, and are all rolled back.
            TransactionTemplate rehearsal = new TransactionTemplate(registry.transactionManager());
            return Objects.requireNonNull(rehearsal.execute(status -> {
                status.setRollbackOnly();
                return importRows(order, facts, listener, isCancelled);
            }));
        });
    }

    private ImportResult importRows(Order order, FileFacts facts, RunListener listener, BooleanSupplier isCancelled) {
        Mapping mapping = order.mapping();
        try (Source source = SourceFile.open(order.file(), mapping.readOptions())) {
            RowMapper mapper = mapper(order, source);
            Optional<FeatureTarget> rehearsal = targets.findRehearsal(mapping);
            boolean isWhole = rehearsal.isPresent();
            Target<?> target = isWhole ? rehearsal.get() : targets.of(mapping, context(order));
            long run = runs.begin(mapping, facts, order.options());
            ImportReport report = new ImportReport();
            listener.begin(String.valueOf(order.file().getFileName()), facts.rows());
            try {
                Submission submission =
                        new Submission(run, report, context(order).inRun(run), listener);
                check(order, target, submission);
                boolean isComplete = isWhole
                        ? submitWhole(order, source, mapper, submission, isCancelled)
                        : submit(source, mapper, target, submission, isCancelled);
                ImportReport kept = isComplete || !isWhole ? report : new ImportReport();
                if (kept.added() + kept.changed() + kept.merged() > 0
                        && !order.options().dryRun()) {
                    runs.analyze(target.tables());
                }
                runs.end(run, kept, isComplete ? "done" : "cancelled", null);
                return new ImportResult(run, facts, kept, !isComplete);
            } catch (ImportRefusedException e) {
                runs.end(run, report, "refused", e.getMessage());
                throw e;
            } catch (RuntimeException e) {
                runs.end(run, isWhole ? new ImportReport() : report, "failed", String.valueOf(e.getMessage()));
                throw e;
            } finally {
                listener.end();
            }
        }
    }

    private RowMapper mapper(Order order, Source source) {
        Mapping mapping = order.mapping();
        Crs storage = registry.profile().storageCrs();
        Mapping.GeometryFrom elsewhere = mapping.geometryFrom();
        GeometryLookup lookup =
                elsewhere == null ? null : GeometryLookup.read(order.mappingFolder(), elsewhere, storage);
        String told = mapping.read() == null ? null : mapping.read().crs();
        boolean hasGeometry = lookup == null
                && (source.schema().geometryType() != null
                        || source.schema().crs().isStated());
        Crs crs = hasGeometry ? FileCrs.of(source.schema().crs(), told, order.file()) : storage;
        return RowMapper.bind(mapping, source.schema(), crs, storage, new ProfileCodes(registry.profile()), lookup);
    }

    private ActContext context(Order order) {
        LocalDate from = order.mapping().validFrom();
        return ActContext.of(
                order.options().actor(), from == null ? registry.profile().today() : from);
    }

    /** What a run submits with, and whom it tells. */
    private record Submission(long run, ImportReport report, ActContext context, RunListener listener) {}

    /** Reads the file once more where its rows must fit one another. */
    private <T> void check(Order order, Target<T> target, Submission submission) {
        Optional<FileCheck<T>> check = target.findCheck();
        if (check.isEmpty()) {
            return;
        }
        try (Source source = SourceFile.open(order.file(), order.mapping().readOptions())) {
            new ImportPipeline<>(source, mapper(order, source), target).show(check.get());
        }
        List<FileCheck.Fault> faults = check.get().end();
        List<Finding> findings = new ArrayList<>();
        for (FileCheck.Fault fault : faults) {
            note(fault.row(), fault.sourceId(), fault.issue(), submission, findings);
        }
        runs.add(submission.run(), 1, findings);
        long severe = faults.stream()
                .filter(fault -> fault.issue().severity() == Severity.REFUSED)
                .count();
        if (severe > 0) {
            throw ImportRefusedException.ofFaults(submission.run(), severe, submission.report());
        }
    }

    /** Rows that must fit one another come into force together or not at all, and so do their plans. */
    private boolean submitWhole(
            Order order, Source source, RowMapper mapper, Submission submission, BooleanSupplier isCancelled) {
        TransactionTemplate whole = new TransactionTemplate(registry.transactionManager());
        return Boolean.TRUE.equals(whole.execute(status -> {
            Target<?> target = targets.of(order.mapping(), context(order));
            boolean isComplete = submit(source, mapper, target, submission, isCancelled);
            if (!isComplete) {
                status.setRollbackOnly();
            }
            return isComplete;
        }));
    }

    private <T> boolean submit(
            Source source, RowMapper mapper, Target<T> target, Submission submission, BooleanSupplier isCancelled) {
        return new ImportPipeline<>(source, mapper, target).run(chunk -> {
            if (isCancelled.getAsBoolean()) {
                return false;
            }
            submit(chunk, submission);
            return true;
        });
    }

    private <T> void submit(Chunk<T> chunk, Submission submission) {
        List<RowOutcome> outcomes =
                chunk.batch() == null ? List.of() : chunk.batch().submit(submission.context());
        ImportReport report = submission.report();
        long firstIssue = report.issues() + 1;
        List<Finding> findings = new ArrayList<>();
        int next = 0;
        for (Prepared<T> prepared : chunk.rows()) {
            RowOutcome outcome =
                    prepared.item() == null ? RowOutcome.of(RowOutcome.Result.REFUSED) : outcomes.get(next++);
            outcome.result().count(report);
            note(prepared, prepared.issues(), submission, findings);
            note(prepared, outcome.issues(), submission, findings);
        }
        runs.add(submission.run(), firstIssue, findings);
        runs.advance(submission.run(), report);
        submission.listener().reach(report.read());
    }

    private static void note(
            Prepared<?> prepared, List<RowIssue> issues, Submission submission, List<Finding> findings) {
        for (RowIssue issue : issues) {
            note(prepared.number(), prepared.id(), issue, submission, findings);
        }
    }

    private static void note(
            long row, @Nullable String id, RowIssue issue, Submission submission, List<Finding> findings) {
        submission.report().count(issue);
        submission.listener().note(row, id, issue);
        findings.add(new Finding(row, id, issue));
    }
}
