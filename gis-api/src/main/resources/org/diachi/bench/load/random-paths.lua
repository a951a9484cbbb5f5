-- For wrk: asks for the paths in the file that DIACHI_BENCH_REQUESTS names, in random order.

dofile(os.getenv("DIACHI_BENCH_REPORT"))

local requests = {}

function init(args)
  math.randomseed(os.time())
  for path in io.lines(os.getenv("DIACHI_BENCH_REQUESTS")) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
end

function request()
  return requests[math.random(#requests)]
end
