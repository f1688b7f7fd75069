import type { FacilityStatus } from "../../../engine/knowledge/types.ts";

/** What offices write about whether a place runs; each word alone in its cell, so that 未运营 is not read as 运营. */
const WORDS: Readonly<Record<FacilityStatus, string>> = {
  open: "正常运营 运营 运营中 正常 正常营业 营业 营业中 已营业 开放 开放中 已开放 正常开放 已运营 已投入运营 投入运营 投入使用 已投入使用 在运营 在营 试运营 试营业 已开业 开业 已开办 正常供餐 供餐中 已供餐 正常运行 运行 运行中 已运行 使用中 在用 正常使用 恢复运营 已恢复 是",
  planned:
    "在建 建设中 正在建设 筹建 筹建中 拟建 规划 规划中 计划 计划建设 待建 未建 未建成 新建中 装修中未开业 筹备 筹备中 筹备开业 待运营 待开业 未运营 未开业 尚未运营 尚未开业 建成未运营 已建未运营 建成待运营 已建成未运营 已建成待运营 即将开业 未开办 未投入使用",
  suspended:
    "暂停 暂停运营 暂停营业 暂停供餐 暂停服务 暂停开放 暂时停业 暂时关闭 停业 停业整顿 停业整改 停业装修 歇业 休业 装修 装修中 整改 整改中 改造中 升级改造 升级改造中 停运 停餐 已暂停 已停运 停止供餐 暂停使用 维修中",
  closed:
    "关停 已关停 关闭 已关闭 停办 已停办 撤销 已撤销 注销 已注销 永久停业 永久关闭 倒闭 已拆除 拆除 已取消 取消 已关 已搬离 不再运营 终止运营",
  unverified: "待核实 待确认 核实中 不清楚 未核实 否",
};

const STATUSES: ReadonlyMap<string, FacilityStatus> = new Map(
  Object.entries(WORDS).flatMap(([status, words]) =>
    words.split(" ").map((word) => [word, status as FacilityStatus] as const),
  ),
);

/** The status that a word of an office means, or null for a word that is not known here. */
export function readStatus(text: string): FacilityStatus | null {
  const plain = text
    .normalize("NFKC")
    .replace(/^(目前|现已|现|已经)/u, "")
    .replace(/\(.*\)|[\s。.!]/gu, "");
  return STATUSES.get(plain) ?? STATUSES.get(text.normalize("NFKC").replace(/\s/gu, "")) ?? null;
}
