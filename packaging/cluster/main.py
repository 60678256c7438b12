#!/usr/bin/python3
"""Starts, shows, harms and stops the demo's cluster; packaging/cluster-demo calls it, and says how."""
import argparse
import secrets
import signal
import sys
import time
from pathlib import Path

from cluster import Cluster
from database import wait_for
from show import state

DEFAULT = Path("/tmp/ce-cluster-demo")
BEGAN = time.monotonic()


def say(words):
    print(f"\033[1m[{time.monotonic() - BEGAN:4.0f}s] {words}\033[0m", flush=True)


def arguments():
    parser = argparse.ArgumentParser(prog="packaging/cluster-demo", add_help=False)
    parser.add_argument("command", nargs="?", choices=["start", "status", "watch", "kill", "revive", "stop"])
    parser.add_argument("what", nargs="?", choices=["primary", "standby", "etcd", "central", "cut"])
    parser.add_argument("--auto", action="store_true")
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--kiosks", type=int, default=20)
    parser.add_argument("--dir", type=Path, default=DEFAULT)
    parser.add_argument("--port", type=int, default=7300)
    given = parser.parse_args()
    if given.auto == bool(given.command):
        parser.error("一个命令，或 --auto · one command, or --auto")
    if (given.command == "kill") != bool(given.what):
        parser.error("kill primary|standby|etcd|central|cut")
    if not 1 <= given.kiosks <= 150:
        parser.error("--kiosks: 1 至 150 · 1 to 150 (nginx lets one address have 200 connections)")
    if not 1024 <= given.port <= 65000:
        parser.error("--port: 1024 至 65000 · 1024 to 65000")
    return given


def start(given):
    cluster = Cluster.make(given.dir, given.port)
    try:
        cluster.start(given.people, given.kiosks, secrets.token_hex(8), say)
    except BaseException:
        cluster.tell_logs()
        cluster.stop(say)
        raise
    return cluster


def how_to_go_on(cluster):
    print(state(cluster.database, cluster.site))
    print(f"\n管理页面 console  {cluster.site.url}/console/   登录 sign in: demo.hrss   口令 password: "
          f"{(cluster.folder / 'password').read_text(encoding='utf-8').strip()}\n"
          "切断主库 cut the primary off:  packaging/cluster-demo kill primary\n"
          "看状态 look:                   packaging/cluster-demo watch\n"
          "结束 end:                      packaging/cluster-demo stop")


def watch(cluster):
    try:
        while True:
            lines = state(cluster.database, cluster.site)
            print(f"\033[2J\033[H{time.strftime('%H:%M:%S')}   Ctrl-C 结束 ends\n\n{lines}", flush=True)
            time.sleep(1)
    except KeyboardInterrupt:
        return 0


def by_itself(given):
    """Everything once, told line by line."""
    cluster = start(given)
    try:
        print(state(cluster.database, cluster.site), flush=True)
        killed, seconds = cluster.kill("primary", say)
        print(state(cluster.database, cluster.site), flush=True)
        cluster.revive(say)
        say("等所有终端再来 · waiting for every kiosk to come again (up to a minute apart)")
        wait_for("所有终端 all kiosks", lambda: cluster.site.kiosks().get("served") == given.kiosks, 150)
        print(state(cluster.database, cluster.site), flush=True)
        kiosks = cluster.site.kiosks()
        good = cluster.complete() and kiosks.get("served") == given.kiosks
        say(f"{killed} 断电后 {seconds:.1f} 秒恢复写入 · writes were back {seconds:.1f} s after {killed} lost power; "
            f"{kiosks.get('served')}/{kiosks.get('kiosks')} 台终端得到服务 kiosks served: {'好 good' if good else '有问题 NOT GOOD'}")
        return 0 if good else 1
    finally:
        cluster.stop(say)


def run(given):
    if given.auto:
        return by_itself(given)
    if given.command == "start":
        how_to_go_on(start(given))
        return 0
    cluster = Cluster.find(given.dir)
    if given.command == "status":
        print(state(cluster.database, cluster.site))
    elif given.command == "watch":
        return watch(cluster)
    elif given.command == "kill":
        cluster.kill(given.what, say)
    elif given.command == "revive":
        cluster.revive(say)
    else:
        cluster.stop(say)
    return 0


def main():
    given = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        return run(given)
    except KeyboardInterrupt:
        return 130
    except RuntimeError as fault:
        print(f"\033[31m{fault}\033[0m", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
