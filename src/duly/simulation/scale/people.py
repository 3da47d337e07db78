"""People and firms that do not exist, each told by its number alone: name, ID and phone."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from duly.simulation import identities

SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛"
    "奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康"
)
GIVEN = (
    "一乙三四五元文方心月水火木石田禾竹米衣安宁平和乐喜庆吉祥福禄寿康健强勇毅刚正直明亮清澈静远"
    "山川河海江湖云雨雪风雷春夏秋冬东南西北梅兰菊松柏杨柳桐桂荷莲芳芬香玉珍珠宝金银铜铁锦绣彩霞"
    "淼喆鑫森焱垚犇龘"
)
PLACES = "青云白石荔湾流溪温泉吕田鳌头太平良口城郊江埔街口明珠"
TRADES = (
    "商贸",
    "建材",
    "物业服务",
    "家具",
    "五金制品",
    "农业",
    "运输",
    "小额贷款",
    "餐饮",
    "机电",
)
FIRST_BIRTH, BIRTHS = date(1950, 1, 1), 20_000
PERSONS, UNITS = BIRTHS * 900, 1_000_000


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person or a firm; a firm has no birth date."""

    name: str
    identifier: str
    born: date | None


def person(serial: int) -> Somebody:
    """Return the person of a number below PERSONS, always the same."""
    day, order = serial % BIRTHS, serial // BIRTHS
    born = FIRST_BIRTH + timedelta(days=day)
    mixed = serial * 2_654_435_761 % 2**32
    first, second = GIVEN[mixed % len(GIVEN)], GIVEN[mixed // 331 % len(GIVEN)]
    given = first + second if mixed % 5 else first
    return Somebody(
        SURNAMES[mixed // 7 % len(SURNAMES)] + given, identities.resident_id(born, order), born
    )


@lru_cache(maxsize=100_000)
def unit(serial: int) -> Somebody:
    """Return the firm of a number below UNITS, always the same."""
    mixed = serial * 2_654_435_761 % 2**32
    place = PLACES[mixed % len(PLACES)] + PLACES[mixed // 31 % len(PLACES)]
    word = GIVEN[mixed // 977 % len(GIVEN)] + GIVEN[mixed // 7919 % len(GIVEN)]
    name = f"示例{place}{word}{TRADES[mixed // 13 % len(TRADES)]}有限公司"
    return Somebody(name, identities.credit_code(serial), None)
