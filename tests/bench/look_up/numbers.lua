-- wrk: each request asks for another of LAST certificates, spread evenly over all of them.
local last = tonumber(os.getenv("LAST"))
local per_counter = tonumber(os.getenv("PER_COUNTER"))
local step = 7919 * 104729 % last
local threads = 0

function setup(thread)
  thread:set("at", math.floor(last / 3) * threads)
  threads = threads + 1
end

function request()
  at = (at + step) % last
  local number = string.format("440106%02d%06d", (2011 + math.floor(at / per_counter)) % 100, at % per_counter + 1)
  -- As behind nginx, which names the caller: 4,096 of them, so that no single one meets its limit.
  local headers = { ["X-Real-IP"] = string.format("10.1.%d.%d", at % 4096 / 256, at % 256) }
  return wrk.format("GET", "/api/v1/certificates/" .. number, headers)
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %.0f %.0f %.0f %d\n", summary.requests, summary.duration,
    latency:percentile(50), latency:percentile(99), latency.max,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
