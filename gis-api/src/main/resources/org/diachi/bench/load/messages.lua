-- For wrk: sends the requests in the file that DIACHI_BENCH_REQUESTS names, each once and in their order. Each stands there
-- as on the wire, after a line with its length in bytes.

dofile(os.getenv("DIACHI_BENCH_REPORT"))

local file
local message
local calls = 0

function init(args)
  file = io.open(os.getenv("DIACHI_BENCH_REQUESTS"), "rb")
end

-- wrk asks for a request to look at before it asks for the first one to send.
-- After the last message it is sent again, which the service refuses: an error that shows that there were too few.
function request()
  calls = calls + 1
  local length = calls ~= 2 and file:read("*l")
  if length then
    message = file:read(tonumber(length))
  end
  return message
end
