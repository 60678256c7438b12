"""The state of the demo's cluster for a person: who is what, who is down, whether kiosks are served."""
import time

from database import NODES
from service import CENTRALS

ROLES = {"leader": "主库 primary", "sync_standby": "同步备库 synchronous standby", "replica": "备库 standby",
         "standby_leader": "备用集群主库 standby leader"}
STATES = {"running": "运行 running", "streaming": "跟随 streaming", "starting": "启动中 starting", "stopped": "已停 stopped",
          "stopping": "停止中 stopping", "start failed": "启动失败 start failed", "crashed": "已崩溃 crashed",
          "creating replica": "复制数据 creating replica", "in archive recovery": "恢复中 in recovery"}
GOOD, BAD, WAITS, PLAIN = "\033[32m●\033[0m", "\033[31m○\033[0m", "\033[33m◐\033[0m", ""


def lamp(good):
    return GOOD if good else BAD


def etcd_lines(database):
    told = []
    for node in NODES:
        good = database.etcd_healthy(node)
        told.append(f"{lamp(good)} etcd{node} {'正常 healthy' if good else '没有应答 no answer'}")
    return ["   ".join(told)]


def postgres_lines(database):
    members = database.members()
    lines = []
    for node in NODES:
        member = members.get(f"pg{node}")
        if not database.postmaster(node) or not member:
            manages = database.programs.pid(f"patroni{node}")
            lines.append(f"{WAITS if manages else BAD} pg{node}  {'尚未运行 not running yet' if manages else '已停 down'}")
            continue
        running = member["state"] in ("running", "streaming")
        lag = member.get("lag")
        behind = "" if member["role"] == "leader" else f"  落后 {lag} 字节 bytes behind" if lag not in (None, 0) else "  同步 in step"
        lines.append(f"{GOOD if running else WAITS} pg{node}  {ROLES.get(member['role'], member['role'])}  "
                     f"{STATES.get(member['state'], member['state'])}  时间线 timeline {member.get('timeline', '?')}"
                     f"{behind if running else ''}")
    if not members:
        lines.append(f"{BAD} 没有一个 Patroni 应答 · no Patroni answers")
    return lines


def site_lines(site):
    told = []
    for number in CENTRALS:
        good = site.central_ready(number)
        runs = site.programs.pid(f"central{number}")
        words = "正常 serving" if good else "等待数据库 waits for the database" if runs else "已停 down"
        told.append(f"{GOOD if good else WAITS if runs else BAD} central{number} {words}")
    nginx = site.answers()
    told.append(f"{lamp(nginx)} nginx {site.url}")
    return ["   ".join(told)]


def kiosk_lines(site):
    kiosks = site.kiosks()
    if not kiosks or not site.programs.pid("kiosks"):
        return [f"{BAD} 终端没有运行 · no kiosks"]
    old = time.time() - kiosks["at"]
    all_served = kiosks["served"] == kiosks["kiosks"] and old < 5
    median = "" if kiosks["median_ms"] is None else f"，中位 median {kiosks['median_ms']:.0f} ms"
    return [f"{GOOD if all_served else WAITS} {kiosks['served']}/{kiosks['kiosks']} 台得到服务 kiosks served   "
            f"上一秒 last second: {kiosks['beats']} 次报告 reports{median}，{kiosks['busy']} 次稍后再试 told to wait，"
            f"{kiosks['broken']} 次中断 broken"]


def state(database, site):
    """All of it, as lines."""
    lines = []
    for title, part in (("etcd", etcd_lines(database)), ("PostgreSQL (Patroni)", postgres_lines(database)),
                        ("ce-central", site_lines(site)), ("自助终端 kiosks", kiosk_lines(site))):
        lines.append(f"\033[1m{title}\033[0m")
        lines += [f"  {line}" for line in part]
    return "\n".join(lines)
