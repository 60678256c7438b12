"""A console to be tested: the real ce-central on a store with an account of each role."""
import csv
import datetime
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent / "journeys"))

from hall.central import Central  # noqa: E402
from hall.process import run  # noqa: E402

PASSWORD = "kapok-in-bloom"
YEAR = datetime.date.today().year - 1  # a whole year, whatever the day of the test
PEOPLE = [("440106188503120198", "欧阳家明"),
          ("440106188503120278", "阿不都热依木江·买买提吐尔逊·伊布拉音阿吉"),
          ("440106188503120358", "<b>龑</b>𠂇")]


def fill(central):
    """A province with a unit of 天河, its people, and an account of each role (web_store.cpp)."""
    central.init()
    run(pathlib.Path(os.environ["CE_TESTS"]) / "web_store", central.store.location, PASSWORD)


def sign_in(browser, url, login):
    browser.driver.delete_all_cookies()
    browser.open(url + "/console/sign-in")
    browser.fill(login=login, password=PASSWORD)
    browser.press("main button")


class Console(Central):
    """In a folder of its own, without a hall."""

    def __init__(self):
        self.own = pathlib.Path(tempfile.mkdtemp(prefix="ce-web-"))
        super().__init__(self.own, pathlib.Path(os.environ["CE_BIN"]), ROOT / "config")
        fill(self)
        self.start()

    def sign_in(self, browser, login):
        sign_in(browser, self.url, login)

    def close(self):
        super().close()
        subprocess.run(["rm", "-rf", str(self.own)], check=False)


def registration_file(path, people=None):
    """A file by which everybody completes the year: 30 public, 42 professional (14 mandatory), 18 elective hours."""
    heads = ["证件号码", "姓名", "科目", "学习形式", "学习内容", "施教机构", "开始日期", "结束日期", "学时", "考核结果", "是否必修"]
    courses = [("公需科目", "人工智能基础与应用", f"{YEAR}-03-02", f"{YEAR}-03-06", "30", ""),
               ("专业科目", "建筑结构抗震新标准（必修）", f"{YEAR}-04-13", f"{YEAR}-04-15", "14", "是"),
               ("专业科目", "装配式建筑设计与施工关键技术高级研修班", f"{YEAR}-05-11", f"{YEAR}-05-15", "28", ""),
               ("选修科目", "工程经济与合同管理", f"{YEAR}-06-01", f"{YEAR}-06-03", "18", "")]
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(heads)
        for number, name in people or PEOPLE:
            for subject, content, start, end, hours, mandatory in courses:
                writer.writerow([number, name, subject, "培训", content, "广州市继续教育基地", start, end, hours, "合格", mandatory])
    return path


def people_file(path):
    """A person who is new, and one whose unit nobody knows."""
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["证件号码", "姓名", "所属地区", "用人单位", "托管机构"])
        writer.writerow(["440106188503120438", "司马光明", "440106", "广州市天河区建筑工程设计研究院有限责任公司", ""])
        writer.writerow(["440106188503120518", "诸葛大名", "440106", "没有登记过的单位", ""])
    return path
