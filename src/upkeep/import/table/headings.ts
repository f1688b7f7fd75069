import { toSimplified } from "../../../compiler/traditional.ts";

/** The columns that are read, by the headings they go under in lists of civil-affairs offices. */
const HEADINGS = {
  number: "序号 编号 no",
  name: "名称 机构名称 食堂名称 设施名称 站点名称 单位名称 服务站名称 场所名称 助餐点名称 养老院名称 长者食堂名称 养老机构名称 养老服务设施名称 机构全称 设施全称 全称 食堂 站点 长者食堂 项目名称 中心名称 幸福院名称",
  english: "英文名称 英文名 英文",
  address:
    "地址 详细地址 所在地 机构地址 食堂地址 设施地址 站点地址 具体地址 具体位置 位置 地点 所在地址 所在位置 服务地址 详细位置 地址位置 场所地址 经营地址 办公地址",
  town: "镇街 乡镇 街道 所属镇街道 镇街道 乡镇街道 镇乡街道 所属镇街 所属乡镇 所属街道 所在镇街 所在乡镇 所在街道 所在镇街道 所属乡镇街道 所在乡镇街道 镇 街镇 乡镇街 所属镇 镇办 镇街名称 乡镇名称 街道乡镇",
  village:
    "村社区 村居 村居社区 所属村社区 所在村社区 村 社区 所属村居 所在村居 所属村 所属社区 所在村 所在社区 村居名称 村名 村委会 村居委会 社区村 行政村",
  phone:
    "联系电话 电话 联系方式 服务电话 咨询电话 订餐电话 固定电话 座机 电话号码 联系电话座机 机构电话 食堂电话 办公电话 值班电话 热线 服务热线 预约电话 对外电话 公开电话",
  personPhone:
    "负责人电话 负责人联系电话 负责人联系方式 联系人电话 联系人联系电话 联系人联系方式 负责人手机 手机 手机号 手机号码 院长电话 站长电话 管理员电话 法人电话 法定代表人电话 负责人及电话 负责人及联系电话 联系人及电话 联系人及联系电话 负责人联系人电话",
  person:
    "负责人 联系人 负责人姓名 联系人姓名 法人 法定代表人 院长 站长 管理员 姓名 负责人名字 经办人 包片领导 运营负责人",
  hours:
    "营业时间 开放时间 供餐时间 服务时间 用餐时间 就餐时间 开餐时间 开放时段 营业时段 助餐时间 工作时间 上班时间 时间 供餐时段 运营时间 开门时间",
  prices:
    "收费标准 价格 餐标 收费 餐费 费用 收费情况 用餐价格 就餐价格 供餐价格 餐价 价格标准 服务价格 收费价格 每餐价格 用餐标准 收费项目及标准",
  status:
    "状态 运营情况 运营状态 运营状况 营业状态 运行情况 运行状态 开办情况 建设情况 建设状态 开业情况 是否运营 是否正常运营 是否营业 目前状态 现状 使用情况 经营状态 建设运营情况",
  services: "服务内容 服务项目 服务 提供服务 主要服务 服务功能 功能 服务种类 服务类型 供餐服务 主要服务内容",
  note: "备注 说明 备考 其他 其它 注 备注说明 情况说明",
  longitude: "经度 东经 lng lon longitude 经度坐标 X坐标 坐标经度 地址经度",
  latitude: "纬度 北纬 lat latitude 纬度坐标 Y坐标 坐标纬度 地址纬度",
  point: "坐标 经纬度 地理坐标 经纬度坐标 地图坐标 位置坐标 坐标点",
  datum: "坐标系 坐标系统 坐标类型 坐标系类型 坐标来源 大地坐标系",
  beds: "床位 床位数 床位数量 养老床位 床位张 核定床位 总床位 总床位数 护理床位",
  seats: "座位 座位数 餐位 餐位数 就餐座位 座位数量 用餐座位 可容纳人数",
} as const;

/** A column that is read. */
export type ColumnKind = keyof typeof HEADINGS;

const KINDS: ReadonlyMap<string, ColumnKind> = new Map(
  Object.entries(HEADINGS).flatMap(([kind, headings]) =>
    headings.split(" ").map((heading) => [heading.toLowerCase(), kind as ColumnKind] as const),
  ),
);

const DATUM_WORDS = /(高德|腾讯|百度|火星|wgs-?84|gcj-?0?2|bd-?0?9|cgcs-?2000)(地图)?(坐标系?)?/iu;

/**
 * The column a heading stands for, or null for one that is not read. Blanks, brackets, units and the maker of a
 * map are overlooked.
 *
 * @example columnKind("所属镇（街道）") // "town"
 */
export function columnKind(heading: string): ColumnKind | null {
  const plain = toSimplified(heading.normalize("NFKC"))
    .toLowerCase()
    .replace(/[\s*:/、·和与及_-]/gu, "");
  if (plain === "" || plain.length > 40) return null;
  const joined = plain.replace(/[()[\]【】]/gu, "");
  const short = plain.replace(/[([【][^)\]】]*[)\]】]?/gu, "");
  for (const candidate of [joined, short, short.replace(DATUM_WORDS, ""), joined.replace(DATUM_WORDS, "")]) {
    const kind = KINDS.get(candidate) ?? KINDS.get(candidate.replace(/^(所在|所属)/u, ""));
    if (kind !== undefined) return kind;
  }
  return DATUM_WORDS.test(plain) && plain.replace(DATUM_WORDS, "") === "" ? "point" : null;
}
