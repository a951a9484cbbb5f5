-- For wrk: asks for the paths in the file that DIACHI_BENCH_PATHS names, in random order, and tells the result as a line
-- of JSON. wrk counts microseconds.

local requests = {}

function init(args)
  math.randomseed(os.time())
  for path in io.lines(os.getenv("DIACHI_BENCH_PATHS")) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
end

function request()
  return requests[math.random(#requests)]
end

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
