import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { DEFAULTS, type Mode, type TestOrder, type TestSchedule } from './start.js';

// A hospital's registration platform of its own process, for the tests, with the ways in which such platforms fail.

type Fields = Record<string, string | number>;
type Reply = { code: number; message: string; data: unknown };

const mode: Mode = { ...DEFAULTS };
const schedules = new Map<string, TestSchedule>();
const orders: TestOrder[] = [];
let submitted = 0;

const ok = (data: unknown): Reply => ({ code: 200, message: '成功', data });
const no = (message: string): Reply => ({ code: 201, message, data: null });

const COMMON = ['hoscode', 'timestamp', 'sign'];
const ALLOWED: Record<string, string[]> = {
  'schedule/list': ['depcode', 'startDate', 'endDate'],
  'order/submitOrder': [
    ...['depcode', 'hosScheduleId', 'reserveDate', 'reserveTime', 'name', 'phone', 'remark'],
    ...['certificatesType', 'certificatesNo', 'sex', 'birthdate', 'outTradeNo'],
  ],
  'order/updateCancelStatus': ['hosRecordId'],
  'order/getOrder': ['outTradeNo'],
};

function isSigned(fields: Fields): boolean {
  const names = Object.keys(fields).filter((name) => name !== 'sign' && fields[name] !== '');
  const text = `${names
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('&')}&key=${mode.key}`;
  const hash = mode.method === 'md5' ? createHash('md5') : createHmac('sha256', mode.key);
  return hash.update(text, 'utf8').digest('hex').toUpperCase() === fields.sign;
}

function submit(fields: Fields): Reply {
  submitted += 1;
  const schedule = schedules.get(String(fields.hosScheduleId));
  if (!schedule || schedule.depcode !== fields.depcode) return no('排班不存在');
  if (schedule.status === -1) return no('该医生已停诊，请选择其他时间');
  if (schedule.status === 0) return no('已停止预约');
  if (String(fields.name).includes('黑名单')) return no('该就诊人爽约次数过多，暂不能预约');
  const own = orders.find(
    (o) => o.fields.outTradeNo !== undefined && o.fields.outTradeNo === fields.outTradeNo,
  );
  if (own) return no('请勿重复提交订单');
  return place(schedule, fields);
}

function place(schedule: TestSchedule, fields: Fields): Reply {
  if (mode.play === 'full' || schedule.availableNumber === 0) return no('号源不足，请选择其他时间段');
  schedule.availableNumber -= 1;
  const number = schedule.reservedNumber - schedule.availableNumber;
  const { hosScheduleId, workDate, reservedNumber, availableNumber } = schedule;
  const order = { hosRecordId: `R${orders.length + 1}`, hosScheduleId, number, status: 0, fields };
  orders.push(order);
  const { hosRecordId } = order;
  const fetchTime = `${workDate} 08点前`;
  return ok({ hosRecordId, number, fetchTime, fetchAddress: '门诊楼一层', reservedNumber, availableNumber });
}

function cancel(fields: Fields): Reply {
  const order = orders.find(({ hosRecordId }) => hosRecordId === fields.hosRecordId);
  const schedule = order && schedules.get(order.hosScheduleId);
  if (!order || !schedule) return no('订单不存在');
  if (order.status === -1) return no('该订单已取消');
  const start = schedule.startTime ?? (schedule.workTime === 0 ? '08:00' : '14:00');
  const quitTime = Date.parse(`${schedule.workDate}T${start}:00+08:00`) - mode.quitMinutes * 60_000;
  if (Date.parse(mode.now) > quitTime) return no('已过退号截止时间，不能退号');
  order.status = -1;
  schedule.availableNumber += 1;
  return ok(null);
}

function query(fields: Fields): Reply {
  const own = orders.filter((order) => order.fields.outTradeNo === fields.outTradeNo);
  if (own.length === 0) return no('订单不存在');
  return ok(
    own.map(({ hosRecordId, number, status }) => ({
      hosRecordId,
      number,
      status,
      fetchAddress: '门诊楼一层',
    })),
  );
}

function list({ depcode, startDate, endDate }: Fields): Reply {
  const within = ({ workDate }: TestSchedule): boolean =>
    workDate >= String(startDate) && workDate <= String(endDate);
  return ok([...schedules.values()].filter((schedule) => schedule.depcode === depcode && within(schedule)));
}

function answer(path: string, fields: Fields): Reply {
  const allowed = ALLOWED[path];
  if (!allowed || (path === 'order/getOrder' && !mode.query))
    return { code: 404, message: '接口不存在', data: null };
  const strange = Object.keys(fields).find((name) => !COMMON.includes(name) && !allowed.includes(name));
  if (strange || fields.hoscode !== 'H1') return no('参数错误');
  if (!isSigned(fields)) return no('签名错误');
  if (path === 'schedule/list') return list(fields);
  if (path === 'order/getOrder') return query(fields);
  return path === 'order/submitOrder' ? submit(fields) : cancel(fields);
}

/** A gateway that lost sight of its first delivery brings the order a second time, past the check for repeats. */
function deliverTwice(path: string, fields: Fields): [Reply, Reply] {
  const first = answer(path, fields);
  const schedule = schedules.get(String(fields.hosScheduleId));
  if (mode.play === 'doubled' && schedule && first.code === 200) place(schedule, fields);
  return [first, mode.play === 'repeated' ? answer(path, fields) : first];
}

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const send = (status: number, text: string): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);
  };
  if (request.url === '/state')
    return send(200, JSON.stringify({ schedules: [...schedules.values()], orders, submitted }));
  const body = (await json(request)) as Fields & { schedule?: TestSchedule };
  if (request.url === '/control') {
    const { schedule, ...change } = body;
    if (schedule) schedules.set(schedule.hosScheduleId, schedule);
    Object.assign(mode, change);
    return send(200, '{}');
  }
  const path = (request.url ?? '').replace('/api/', '');
  const writes = path === 'order/submitOrder' || path === 'order/updateCancelStatus';
  if (!writes) return send(200, JSON.stringify(answer(path, body)));
  if (mode.play === 'silent') return;
  if (mode.play === 'failing') return send(500, '{"code":500}');
  const [, reply] = deliverTwice(path, body);
  const text = JSON.stringify(reply);
  switch (mode.play) {
    case 'late':
      await new Promise((done) => setTimeout(done, mode.delayMs));
      return send(200, text);
    case 'lost':
      return void request.socket.destroy();
    case 'broken':
      return send(500, '<h1>Internal Server Error</h1>');
    case 'malformed':
      return send(200, '<html>系统维护</html>');
    case 'cut':
      return send(200, text.slice(0, text.length / 2));
    case 'twice':
      return send(200, text + text);
    case 'bare':
      return send(200, '{"code":200,"message":"成功"}');
    default:
      return send(200, text);
  }
}

const server = createServer((request, response) => {
  handle(request, response).catch(() => response.destroy());
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' ? address?.port : null });
});
process.on('disconnect', () => process.exit(0));
