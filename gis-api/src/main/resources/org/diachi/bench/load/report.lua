-- For wrk: tells the result of a load as a line of JSON. wrk counts microseconds.

function done(summary, latency, _)
  local errors = summary.errors
  print(string.format(
    '{"requests":%d,"errors":%d,"seconds":%.6f,"p50Ms":%.3f,"p95Ms":%.3f,"p99Ms":%.3f}',
    summary.requests,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    summary.duration / 1e6,
    latency:percentile(50) / 1e3,
    latency:percentile(95) / 1e3,
    latency:percentile(99) / 1e3))
end
