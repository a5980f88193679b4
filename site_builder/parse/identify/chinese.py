"""Which Chinese: characters that only the simplified, or only the traditional, way of writing has.

Both ways share most characters. The pairs below are frequent ones of which neither half is a
character of the other way too, as 后, 里, 干 and 只 are. Japanese has its own mixture of both.
"""

from __future__ import annotations

from typing import Final

SIMPLIFIED: Final = frozenset(
    "这们个来说时会为对过还没样现开关发问间题见观视觉认识让请谁语读写书学习实际应该数据电脑网"
    "络页图码编译试验设计统组织级结构经济给线终细练红纪约纸绍继续维综绿缘门闻阅队阳阶随难双风"
    "飞马鱼鸟龙车轮转轻较输边达运进远连选适递逻遗钟钱铁银错键镜长东乐乡买卖争亚产亲亿仅从仓价"
    "众优传伤伦伟体侧债储儿兴养内册军农决况冻净减击创删别刚剂剧劝办务动励劳势区医华协单卫历压"
    "厂厅县参变叶号听启员响唤园围国圆圣场块坚坛坏墙声处备复够头奋奖妇妈娱孙宁宝审宽宾导将层属"
    "岁岛币师帐带帮庆库废张弯弹强归当录径忆态总恋恶悬惊惯戏战户执扩扫扬抢护报担拟拥择挥损换摄"
    "摆敌断无旧显晓暂术机杀杂权条标树栏检楼欢欧残毕气汇汉汤沟泪泽洁测浏浓涛润涨温湾湿满滚灭灯"
    "灵点炼热爱爷牵犹状独狱猎环玛画疗盐监盖盘矿确础礼离种称积稳穷竞笔签简类粮紧纯纲纳纷罗罚职"
    "联肃肠肤胜脉脚脱脸舰艺节苏荐药获营蓝虑虽补装览规触订讨训议讯记讲许论证评诉诊词详误课调谈"
    "谢谱贝负财责败货质购费资赏赖赛赢趋跃践踪轨软载辑迁迟郑释针钢链锁销锋闭闪阵阴陈险隐雾静韩"
    "顺须顾顿预领频颜额饭饮馆驱驻驾骂骗鲜黄齐齿"
)
TRADITIONAL: Final = frozenset(
    "這們個來說時會為對過還沒樣現開關發問間題見觀視覺認識讓請誰語讀寫書學習實際應該數據電腦網"
    "絡頁圖碼編譯試驗設計統組織級結構經濟給線終細練紅紀約紙紹繼續維綜綠緣門聞閱隊陽階隨難雙風"
    "飛馬魚鳥龍車輪轉輕較輸邊達運進遠連選適遞邏遺鐘錢鐵銀錯鍵鏡長東樂鄉買賣爭亞產親億僅從倉價"
    "眾優傳傷倫偉體側債儲兒興養內冊軍農決況凍淨減擊創刪別剛劑劇勸辦務動勵勞勢區醫華協單衛歷壓"
    "廠廳縣參變葉號聽啟員響喚園圍國圓聖場塊堅壇壞牆聲處備復夠頭奮獎婦媽娛孫寧寶審寬賓導將層屬"
    "歲島幣師帳帶幫慶庫廢張彎彈強歸當錄徑憶態總戀惡懸驚慣戲戰戶執擴掃揚搶護報擔擬擁擇揮損換攝"
    "擺敵斷無舊顯曉暫術機殺雜權條標樹欄檢樓歡歐殘畢氣匯漢湯溝淚澤潔測瀏濃濤潤漲溫灣濕滿滾滅燈"
    "靈點煉熱愛爺牽猶狀獨獄獵環瑪畫療鹽監蓋盤礦確礎禮離種稱積穩窮競筆簽簡類糧緊純綱納紛羅罰職"
    "聯肅腸膚勝脈腳脫臉艦藝節蘇薦藥獲營藍慮雖補裝覽規觸訂討訓議訊記講許論證評訴診詞詳誤課調談"
    "謝譜貝負財責敗貨質購費資賞賴賽贏趨躍踐蹤軌軟載輯遷遲鄭釋針鋼鏈鎖銷鋒閉閃陣陰陳險隱霧靜韓"
    "順須顧頓預領頻顏額飯飲館驅駐駕罵騙鮮黃齊齒"
)
"""The same words, in the same order."""
HIRAGANA: Final = frozenset(map(chr, range(0x3041, 0x3097)))
"""No sentence of Japanese does without."""


def chinese_of(tag: str) -> str:
    """Which Chinese a tag (BCP 47) claims: ``zh-Hans``, ``zh-Hant``, ``zh`` if it says neither."""
    subtags = frozenset(tag.split("-"))
    if subtags & {"Hant", "TW", "HK", "MO"}:
        return "zh-Hant"
    return "zh-Hans" if subtags & {"Hans", "CN", "SG"} else "zh"
