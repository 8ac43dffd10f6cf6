-- Speeds and turn costs of a bus or van on rural Japanese roads, for osrm-extract (profile interface 4).
-- The same numbers as routing/costing/ruralCar.ts; a test holds the two against each other.
--
-- AINORI_SNOW=trunk=0.9,secondary=0.7,minor=0.6   share of the speed that is left, by class
-- AINORI_CLOSED_WAYS=/data/closed.txt              numbers of OSM ways to leave out, one a line
--
-- A closed way is left out of the data: a speed of 0 does not close a road (OSRM issue 6577).

api_version = 4

local class_kmh = {
  motorway = 80,
  motorway_link = 40,
  trunk = 48,
  trunk_link = 34,
  primary = 42,
  primary_link = 30,
  secondary = 38,
  secondary_link = 28,
  tertiary = 34,
  tertiary_link = 24,
  unclassified = 24,
  residential = 24,
  living_street = 10,
  service = 12,
}
local other_kmh = 10
local signed_share = 0.9
local narrow_metres = 3
local narrow_pace = 0.75
local shunned = 0.5

local turn_seconds = 6
local turn_bias = 1.1
local u_turn_seconds = 20
local signal_seconds = 4

local surface_kmh = {
  cement = 80, compacted = 80, fine_gravel = 80, paving_stones = 60, metal = 60, bricks = 60,
  grass = 40, wood = 40, sett = 40, grass_paver = 40, gravel = 40, unpaved = 40, ground = 40,
  dirt = 40, pebblestone = 40, tartan = 40, cobblestone = 30, clay = 30, earth = 20, stone = 20,
  rocky = 20, sand = 20, mud = 10,
}

local function set(list)
  local result = {}
  for _, value in ipairs(list) do result[value] = true end
  return result
end

local access_keys = { "motorcar", "motor_vehicle", "vehicle", "access" }
local closed_values = set { "no", "agricultural", "forestry", "agricultural;forestry", "emergency", "psv", "bus", "taxi", "impassable" }
local restricted_values = set { "private", "delivery", "destination", "customers", "residents", "permit" }
local welcome_values = set { "yes", "permissive", "designated", "hov", "motorcar", "motor_vehicle", "vehicle" }
local passable_barriers = set { "cattle_grid", "border_control", "toll_booth", "sally_port", "gate", "lift_gate", "no", "entrance", "height_restrictor", "arch" }
local shunned_service = set { "alley", "parking", "parking_aisle", "driveway", "drive-through", "drive-thru" }
local blocked_highways = set { "construction", "proposed", "steps" }
local harmless_construction = set { "no", "minor", "widening" }

-- Classes as road states name them.
local class_of = { unclassified = "minor", residential = "minor", living_street = "service" }

local function read_snow()
  local shares = {}
  for class, share in (os.getenv("AINORI_SNOW") or ""):gmatch("(%w+)=([%d.]+)") do
    shares[class] = tonumber(share)
  end
  return shares
end

local function read_closed_ways()
  local ways = {}
  local path = os.getenv("AINORI_CLOSED_WAYS")
  if not path or path == "" then return ways end
  for line in io.lines(path) do
    local id = line:match("^%s*(%d+)")
    if id then ways[tonumber(id)] = true end
  end
  return ways
end

function setup()
  return {
    properties = {
      max_speed_for_map_matching = 120 / 3.6,
      weight_name = "routability",
      left_hand_driving = true,
      u_turn_penalty = u_turn_seconds,
      traffic_light_penalty = signal_seconds,
      continue_straight_at_waypoint = true,
      use_turn_restrictions = true,
      process_call_tagless_node = false,
    },
    default_mode = mode.driving,
    default_speed = other_kmh,
    restrictions = { "motorcar", "motor_vehicle", "vehicle" },
    snow = read_snow(),
    closed_ways = read_closed_ways(),
  }
end

local function first_value(object, suffix)
  for _, key in ipairs(access_keys) do
    local value = object:get_value_by_key(key .. suffix)
    if value and value ~= "" then return value end
  end
  return nil
end

function process_node(profile, node, result)
  local said = first_value(node, "")
  local barrier = node:get_value_by_key("barrier")
  if said then
    result.barrier = closed_values[said] or false
  elseif barrier and not passable_barriers[barrier] then
    local kerb = node:get_value_by_key("kerb")
    local of_crossing = barrier == "kerb" and node:get_value_by_key("highway") == "crossing"
    result.barrier = not (node:get_value_by_key("bollard") == "rising" or kerb == "lowered" or kerb == "flat" or of_crossing)
  end
  if node:get_value_by_key("highway") == "traffic_signals" then result.traffic_lights = true end
end

local function leading_number(text)
  return text and tonumber(text:match("^%d+")) or nil
end

local limit_keys = { "maxspeed:advisory", "maxspeed", "source:maxspeed", "maxspeed:type" }

-- Limits in numbers only: Japanese data has no others.
local function signed_kmh(way, suffix)
  for _, key in ipairs(limit_keys) do
    local text = way:get_value_by_key(key .. suffix) or way:get_value_by_key(key)
    if text then
      local number, unit = text:match("^([%d.]+)%s*(%a*)")
      return number and tonumber(number) * (unit == "mph" and 1.609344 or 1) or nil
    end
  end
  return nil
end

-- 1 along the way only, -1 against it only, 0 both
local function oneway_direction(way, highway, junction)
  local said
  for _, key in ipairs { "oneway:motorcar", "oneway:motor_vehicle", "oneway:vehicle", "oneway" } do
    said = said or way:get_value_by_key(key)
  end
  if said == "-1" or said == "reverse" then return -1 end
  if said == "yes" or said == "1" or said == "true" then return 1 end
  local implied = highway == "motorway" or junction == "roundabout" or junction == "circular"
  return implied and said ~= "no" and 1 or 0
end

local function is_blocked(way, highway)
  local construction = way:get_value_by_key("construction")
  return blocked_highways[highway]
    or way:get_value_by_key("area") == "yes"
    or way:get_value_by_key("oneway") == "reversible"
    or way:get_value_by_key("impassable") == "yes"
    or way:get_value_by_key("status") == "impassable"
    or way:get_value_by_key("smoothness") == "impassable"
    or way:get_value_by_key("service") == "emergency_access"
    or way:get_value_by_key("proposed")
    or (construction and not harmless_construction[construction])
end

function process_way(profile, way, result)
  local highway = way:get_value_by_key("highway")
  if not highway or is_blocked(way, highway) or profile.closed_ways[way:id()] then return end
  local junction = way:get_value_by_key("junction")
  local direction = oneway_direction(way, highway, junction)
  local limit = surface_kmh[way:get_value_by_key("surface") or ""] or math.huge
  local snow = profile.snow[class_of[highway] or highway:gsub("_link$", "")] or 1

  local function kmh(suffix, forbidden)
    local access = first_value(way, suffix) or first_value(way, "")
    if closed_values[access] or direction == forbidden then return 0, access end
    local unsigned = class_kmh[highway] or (welcome_values[access] and other_kmh) or 0
    if unsigned == 0 then return 0, access end
    local signed = signed_kmh(way, suffix)
    return math.min(limit, signed and signed > 0 and signed * signed_share or unsigned), access
  end
  local forward, forward_access = kmh(":forward", -1)
  local backward, backward_access = kmh(":backward", 1)
  if forward == 0 and backward == 0 then return end

  local two_way = forward > 0 and backward > 0
  local width = leading_number(way:get_value_by_key("width") or way:get_value_by_key("yh:WIDTH")) or math.huge
  local lanes = leading_number(way:get_value_by_key("lanes")) or math.huge
  local narrow = width <= narrow_metres or (two_way and lanes <= 1)
  local pace = (narrow and narrow_pace or 1) * snow
  local share = (narrow or shunned_service[way:get_value_by_key("service") or ""]) and shunned or 1

  if forward > 0 then
    result.forward_mode = mode.driving
    result.forward_speed = forward * pace
    result.forward_rate = forward * pace * share / 3.6
    result.forward_restricted = restricted_values[forward_access] or false
  else
    result.forward_mode = mode.inaccessible
  end
  if backward > 0 then
    result.backward_mode = mode.driving
    result.backward_speed = backward * pace
    result.backward_rate = backward * pace * share / 3.6
    result.backward_restricted = restricted_values[backward_access] or false
  else
    result.backward_mode = mode.inaccessible
  end
  result.roundabout = junction == "roundabout"
  result.circular = junction == "circular"
  result.is_startpoint = true
  result.name = way:get_value_by_key("name") or ""
  result.ref = way:get_value_by_key("ref") or ""
end

function process_turn(profile, turn)
  turn.duration = turn.has_traffic_light and signal_seconds or 0
  if turn.number_of_roads > 2 or turn.source_mode ~= turn.target_mode or turn.is_u_turn then
    local bias = turn.is_left_hand_driving and 1 / turn_bias or turn_bias
    local b = turn.angle >= 0 and bias or 1 / bias
    turn.duration = turn.duration + turn_seconds / (1 + math.exp(-((13 / b) * math.abs(turn.angle) / 180 - 6.5 * b)))
    if turn.is_u_turn then turn.duration = turn.duration + u_turn_seconds end
  end
  turn.weight = turn.duration
  if not turn.source_restricted and turn.target_restricted then turn.weight = constants.max_turn_weight end
end

return {
  setup = setup,
  process_way = process_way,
  process_node = process_node,
  process_turn = process_turn,
}
