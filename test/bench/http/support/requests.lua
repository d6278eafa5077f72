-- Sends the requests of a file in random order: on each line a path, and after a tab the body of a POST.
local requests = {}

function init(args)
  for line in io.lines(args[1]) do
    local path, body = line:match('^([^\t]*)\t?(.*)$')
    if body == '' then
      requests[#requests + 1] = wrk.format('GET', path)
    else
      requests[#requests + 1] = wrk.format('POST', path, { ['Content-Type'] = 'application/json' }, body)
    end
  end
  math.randomseed(os.time())
end

function request()
  return requests[math.random(#requests)]
end

function done(summary)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format('\n{"answers":%d,"milliseconds":%f,"failed":%d}\n',
    summary.requests, summary.duration / 1000, failed))
end
