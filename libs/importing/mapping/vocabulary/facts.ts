import { ranked } from './words.js';

/** Dates of any fact; the additions of each kind come before them. */
const anyDate = [
  'date, datetime, date and time, date/time, day, Datum, Datum/Uhrzeit, Tag, Zeitpunkt, 日期, 日期时间, 时间',
  'timestamp, time, occurred on, happened at, event date, event time, Zeitstempel, Zeit, Uhrzeit, 发生时间, 发生日期',
  `created at, created, created on, created date, create date, creation date, created time, date created, date added, Erstellt am, Erstelldatum, Erstellungsdatum,
   erfasst am, angelegt am, Anlagedatum, 创建时间, 创建日期, 添加时间, 录入时间`,
] as const;

const notes = ranked(
  'note, notes, remark, remarks, memo, Bemerkung, Bemerkungen, Notiz, Notizen, Anmerkung, Anmerkungen, Hinweis, 备注, 说明',
  'order note, customer note, customer notes, buyer note, 买家留言, 订单备注',
);

const product = ranked(
  `product, product name, product title, item, item name, item title, article, article name, lineitem name, Produkt, Produktname, Artikel, Artikelname,
   Artikelbezeichnung, Ware, Position, 商品, 商品名称, 商品名, 商品标题, 产品, 产品名称, 产品名, 品名, 宝贝标题, 宝贝名称, 货品名称`,
  `sku, product id, product code, item id, item code, item number, item no, article number, article no, stock code, lineitem sku, product sku,
   Artikelnummer, Artikel-Nr, Art-Nr, Produktnummer, Produkt-ID, 商品编码, 商品编号, 商品ID, 货号, 产品编号, 产品编码, 商家编码`,
  'Bezeichnung, Artikelbeschreibung, product description, item description',
);

const currency = ranked(
  'currency, currency code, Währung, Währungscode, Währungskennzeichen, WKZ, Whg, ISO-Währung, ccy, 币种, 货币, 货币类型, 币别, 结算币种',
);

const orderId = [
  `order id, order number, order no, order nr, order name, order reference, order ref, order code, order #, purchase order, Bestellnummer, Bestell-Nr, Bestell-ID,
   Bestellung, Auftragsnummer, Auftrags-Nr, Auftrag, Auftrag-Nr, 订单编号, 订单号, 订单ID, 主订单编号, 订单流水号, 销售单号`,
  `invoice id, invoice number, invoice no, invoice, receipt id, receipt number, receipt no, bill number, bill no, Rechnungsnummer, Rechnungs-Nr, Rechnung-Nr, Rechnung,
   Belegnummer, Beleg-Nr, Bonnummer, Bon-Nr, 发票号, 发票号码, 小票号, 单号, 单据编号, 单据号`,
  `transaction id, transaction number, transaction no, transaction, payment id, purchase id, sale id, sales id, ticket number, donation id, gift id, booking id, charge id,
   Transaktionsnummer, Transaktions-ID, Transaktionscode, Buchungsnummer, 交易号, 交易编号, 交易单号, 流水号, 交易流水号, 支付单号`,
] as const;

export const purchaseWords = {
  occurred_at: ranked(
    `order date, ordered at, ordered on, order time, order datetime, order created at, order created, order placed, date ordered, Bestelldatum, Bestellzeit, bestellt am,
     Auftragsdatum, Bestellzeitpunkt, 下单时间, 下单日期, 订单创建时间, 订单时间, 订单日期, 创建订单时间, 拍下时间`,
    `purchase date, purchased at, purchased on, purchase time, date of purchase, transaction date, transaction time, transaction datetime, sale date, sales date,
     sold at, sold on, date sold, donation date, gift date, Kaufdatum, gekauft am, Verkaufsdatum, Transaktionsdatum, Umsatzdatum, Spendendatum,
     交易时间, 交易日期, 成交时间, 成交日期, 购买时间, 购买日期, 消费时间, 消费日期, 销售日期, 销售时间, 交易创建时间`,
    'invoice date, invoiced on, receipt date, bill date, Rechnungsdatum, Belegdatum, Bondatum, 开票日期, 单据日期, 开单日期',
    `paid at, paid on, payment date, payment time, date paid, paid date, Zahlungsdatum, bezahlt am, Zahldatum, Zahlungseingang,
     付款时间, 付款日期, 支付时间, 支付日期, 订单付款时间, 付款完成时间`,
    'booking date, posting date, booked on, Buchungstag, Buchungsdatum, 记账日期, 入账日期',
    ...anyDate,
    'value date, Valuta, Wertstellung, Valutadatum, order completed at, completed at, completed date, settlement date',
  ),
  amount: ranked(
    'amount, Betrag, 金额',
    '实付金额, 实际支付金额, 买家实际支付金额, 买家实付金额, 实付款, 实收金额, 实付, 支付金额, 付款金额, 实际付款金额, 用户实付金额, 应付金额, 结算金额',
    `grand total, order total, order amount, order value, order total amount, total amount, total price, purchase amount, transaction amount, sale amount, sales amount,
     invoice amount, invoice total, amount total, total order value, donation amount, gift amount, payment amount, total sales, Gesamtbetrag, Gesamtsumme, Gesamtpreis,
     Gesamtwert, Bestellsumme, Bestellwert, Auftragssumme, Auftragswert, Rechnungsbetrag, Rechnungssumme, Endbetrag, Endsumme, Kaufbetrag, Spendenbetrag, Zahlbetrag,
     订单金额, 订单总额, 订单总金额, 总金额, 交易金额, 消费金额, 成交金额, 购买金额, 销售金额, 总价, 总计, 合计, 合计金额, 总额`,
    'total, total collected, Summe, Gesamt, sum, 销售额',
    'gross, gross amount, gross total, amount incl tax, total incl tax, total including tax, Brutto, Bruttobetrag, Betrag brutto, Summe brutto, Gesamt brutto, 含税金额',
    'amount paid, paid amount, total paid, bezahlter Betrag, gezahlt, Bezahlt',
    'revenue, turnover, spend, spent, sales, value, dollar value, Umsatz, Erlös, Wert, Warenwert, 营业额',
    'net, net amount, net total, net sales, amount excl tax, total excl tax, Netto, Nettobetrag, Betrag netto, Summe netto, Gesamt netto, 不含税金额',
    'subtotal, sub total, Zwischensumme, paid, 小计',
  ),
  currency,
  order_id: ranked(...orderId, 'id, reference, ref, Referenz, Nr, Nummer, 编号'),
  original_order_id: ranked(
    `original order id, original order number, original order, original order no, original invoice, original invoice no, original transaction id, refund of, return of,
     refunded order, related order, related order id, parent order, parent transaction id, reference txn id, reference transaction id,
     Originalbestellung, Ursprungsbestellung, ursprüngliche Bestellnummer, Originalrechnung, Bezug Rechnung, Bezugsbeleg, Zugehöriger Transaktionscode, 原订单号, 原订单编号, 关联订单号, 关联订单编号, 原单号`,
  ),
  quantity: ranked(
    `quantity, qty, lineitem quantity, item quantity, quantity ordered, qty ordered, quantity purchased, units, pieces, pcs, Menge, Anzahl, Stück, Stückzahl, Bestellmenge,
     数量, 购买数量, 商品数量, 订购数量, 宝贝数量, 件数, 销售数量`,
    'number of items, item count, items, total quantity, total items, number of units, units sold, Artikelanzahl, Gesamtmenge, 总数量, 宝贝总数量',
  ),
  product,
  unit_amount: ranked(
    `unit price, unit amount, price per unit, price each, item price, item cost, lineitem price, price per item, selling price, sale price, Einzelpreis, Stückpreis,
     Preis pro Stück, Preis je Einheit, E-Preis, EP, VK-Preis, 单价, 商品单价, 销售单价, 成交单价`,
    'price, Preis, 价格, 商品价格',
  ),
  line_amount: ranked(
    `line total, line amount, line price, line item total, lineitem total, item total, item amount, item subtotal, extended price, ext price, extended amount, row total,
     product sales, Positionsbetrag, Positionssumme, Positionswert, Positionspreis, Zeilensumme, Zeilenbetrag, Zeilenpreis, GP, 商品总价, 商品金额, 明细金额, 行金额, 商品小计, 商品实付金额`,
  ),
  shipping: ranked(
    `shipping, shipping cost, shipping costs, shipping amount, shipping total, shipping price, delivery, delivery cost, delivery fee, postage, freight,
     Versand, Versandkosten, Lieferkosten, Porto, Fracht, 运费, 邮费, 快递费, 买家应付邮费, 配送费`,
  ),
  tax: ranked(
    'tax, taxes, tax amount, tax total, total tax, sales tax, vat, vat amount, gst, MwSt, MwSt-Betrag, Mehrwertsteuer, USt, Umsatzsteuer, Steuer, Steuerbetrag, 税额, 税费, 税金',
  ),
  discount: ranked(
    `discount, discounts, discount amount, order discount, total discount, coupon amount, voucher, voucher amount, Rabatt, Rabattbetrag, Nachlass, Gutscheinbetrag,
     优惠, 优惠金额, 折扣, 折扣金额, 优惠券金额, 满减金额`,
  ),
  other_charges: ranked(
    'tip, tips, gratuity, service charge, surcharge, handling, handling fee, duties, fees, Trinkgeld, Zuschlag, Bearbeitungsgebühr, 服务费, 小费',
  ),
  refunded_amount: ranked(
    `refunded amount, amount refunded, refund amount, refund total, total refunded, order refund amount, returned amount, Erstattungsbetrag, erstattet, Erstattung, Rückerstattung,
     erstatteter Betrag, 退款金额, 已退款金额, 退货金额`,
  ),
  refunded_at: ranked('refunded at, refunded on, refund date, date refunded, refunded date, Erstattungsdatum, erstattet am, 退款时间, 退款日期'),
  channel: ranked(
    'channel, sales channel, order channel, Kanal, Vertriebskanal, Verkaufskanal, Vertriebsweg, 渠道, 销售渠道, 订单渠道',
    'source name, order source, store, shop, Filiale, location, platform, marketplace, Quelle, Plattform, Marktplatz, 来源, 订单来源, 平台, 门店, 店铺, 店铺名称',
  ),
  cancellation: ranked(
    `cancellation, cancelled, canceled, is cancelled, is canceled, is cancellation, is return, is refund, returned, refunded, refund, return, void, voided,
     Storno, storniert, Retoure, Rückgabe, Gutschrift, 是否退款, 是否退货, 是否取消, 退款, 退货, 已取消`,
  ),
  reason: ranked(
    'reason, return reason, refund reason, cancel reason, cancellation reason, Grund, Retourengrund, Stornogrund, Rückgabegrund, 原因, 退款原因, 退货原因, 取消原因',
  ),
  note: notes,
};

export const complaintWords = {
  occurred_at: ranked(
    `complaint date, complained at, complaint time, date of complaint, reported at, reported on, report date, date reported, opened at, opened on, opened, open date, date opened,
     logged at, received at, received on, date received, submitted at, submitted, raised on, Beschwerdedatum, Reklamationsdatum, Eingangsdatum, Eingang, gemeldet am,
     eröffnet am, eingegangen am, 投诉时间, 投诉日期, 受理时间, 受理日期, 提交时间, 反馈时间, 申请时间, 接收时间`,
    ...anyDate,
  ),
  complaint_id: ranked(
    `complaint id, complaint number, complaint no, complaint reference, Beschwerdenummer, Beschwerde-Nr, Beschwerde-ID, Reklamationsnummer, Reklamations-Nr, Reklamation,
     投诉编号, 投诉单号, 投诉ID, 投诉号`,
    `ticket id, ticket number, ticket no, ticket, case id, case number, case no, case, issue id, issue key, issue number, incident id, incident number, claim id, claim number,
     request id, Ticketnummer, Ticket-Nr, Vorgangsnummer, Vorgangs-Nr, Vorgang, Fallnummer, Fall-Nr, Anfragenummer, 工单编号, 工单号, 工单ID, 案件编号, 售后单号, 服务单号`,
    'id, key, number, reference, ref, Nr, Nummer, Referenz, 编号',
  ),
  subject: ranked(
    'subject, complaint subject, ticket subject, case subject, Betreff, 主题, 投诉主题, 标题, 投诉标题',
    'title, topic, summary, issue, complaint, reason for complaint, complaint reason, reason, Thema, Titel, Anliegen, Beschwerdegrund, Reklamationsgrund, 投诉原因, 投诉问题, 问题',
    'category, complaint type, complaint category, type, issue type, Kategorie, Art, Beschwerdeart, Reklamationsart, 投诉类型, 投诉类别, 问题类型, 类别, 分类',
  ),
  severity: ranked(
    'severity, seriousness, Schweregrad, Schwere, 严重程度, 严重性',
    'priority, urgency, impact, Priorität, Dringlichkeit, 优先级, 紧急程度, 级别',
  ),
  product,
  order_id: ranked(...orderId),
  channel: ranked(
    'channel, complaint channel, contact channel, Kanal, Eingangskanal, Kontaktweg, 渠道, 投诉渠道, 投诉方式, 反馈渠道',
    'source, origin, via, received by, contact method, Quelle, Herkunft, 来源, 投诉来源',
  ),
  description: ranked(
    'description, complaint description, complaint text, details, complaint details, Beschreibung, Beschwerdetext, Reklamationstext, 描述, 投诉内容, 问题描述, 投诉描述, 详情, 内容',
    'body, message, text, comment, comments, Nachricht, Text, Sachverhalt, 留言',
  ),
  resolved_at: ranked(
    `resolved at, resolved on, resolution date, date resolved, resolved, solved at, solved on, solved date, gelöst am, Lösungsdatum, behoben am, 解决时间, 解决日期`,
    'closed at, closed on, close date, closed date, date closed, closed, completed at, erledigt am, geschlossen am, abgeschlossen am, Abschlussdatum, 处理完成时间, 处理时间, 完成时间, 关闭时间, 结案时间, 结案日期',
  ),
  resolution: ranked(
    'resolution, solution, outcome, resolution note, Lösung, Ergebnis, Erledigung, 解决方案, 处理结果, 处理方案, 解决结果',
    'action taken, measure, Maßnahme, 处理措施',
  ),
  compensation: ranked(
    'compensation, compensation amount, goodwill, goodwill amount, refund amount, Entschädigung, Kulanz, Kulanzbetrag, Erstattung, 赔偿金额, 补偿金额, 赔付金额, 退款金额',
  ),
  currency,
};

export const visitWords = {
  occurred_at: ranked(
    `visit date, visited at, visited on, visit time, date of visit, activity date, call date, call time, meeting date, meeting time, contact date, contacted at, start time, start date, started at,
     check in, check in date, login time, last login, Besuchsdatum, besucht am, Besuchstag, Kontaktdatum, Termin, Termindatum, Gesprächsdatum, Anrufdatum, Beginn,
     拜访时间, 拜访日期, 来访时间, 来访日期, 到访时间, 联系时间, 跟进时间, 通话时间, 会议时间, 开始时间, 访问时间`,
    ...anyDate,
  ),
  visit_id: ranked(
    `visit id, visit number, visit no, activity id, call id, meeting id, engagement id, event id, appointment id, interaction id, Besuchsnummer, Besuchs-Nr, Besuchs-ID, Kontakt-ID,
     Terminnummer, Aktivitäts-ID, 拜访编号, 拜访记录编号, 来访编号, 活动编号, 跟进编号, 通话编号`,
    'id, number, reference, Nr, Nummer, 编号',
  ),
  channel: ranked(
    'channel, contact channel, visit channel, Kanal, Kontaktweg, Kontaktkanal, 渠道, 联系渠道, 拜访方式, 跟进方式, 沟通方式',
    'activity type, visit type, contact type, interaction type, type, method, medium, Kontaktart, Besuchsart, Aktivitätsart, Art, Typ, 类型, 活动类型, 拜访类型, 方式',
  ),
  subject: ranked(
    'subject, visit subject, topic, purpose, Betreff, Thema, Anlass, Besuchsgrund, Besuchszweck, 主题, 拜访主题, 拜访目的, 目的, 事由',
    'title, agenda, reason, Titel, Zweck, 标题',
  ),
  result: ranked(
    'result, outcome, visit result, call outcome, meeting outcome, Ergebnis, Resultat, Besuchsergebnis, 结果, 拜访结果, 跟进结果',
    'disposition, conclusion, next step, nächster Schritt, 结论',
  ),
  place: ranked('place, location, venue, visit place, Ort, Besuchsort, Standort, 地点, 拜访地点, 位置', 'city, branch, Stadt, Filiale, 城市, 门店'),
};

export const satisfactionWords = {
  occurred_at: ranked(
    `response date, responded at, response time, answered at, answered on, survey date, submitted at, submit date, submitted, submission date, completed at, rated at, rating date, review date,
     Antwortdatum, beantwortet am, Umfragedatum, Befragungsdatum, Bewertungsdatum, abgegeben am, 评价时间, 评价日期, 评分时间, 调查时间, 调查日期, 回复时间, 填写时间, 提交时间, 答题时间`,
    ...anyDate,
  ),
  metric: ranked('metric, measure, survey type, question type, Metrik, Kennzahl, Messgröße, Umfrageart, 指标, 指标类型, 评价指标, 问卷类型'),
  score: ranked(
    'score, satisfaction score, nps score, csat score, Punktzahl, Punktwert, Zufriedenheitswert, 评分, 得分, 分数, 满意度评分, 满意度得分, 打分',
    'rating, satisfaction, nps, csat, stars, grade, Bewertung, Zufriedenheit, Sterne, 满意度, 评级, 星级',
    'answer, response, value, points, Antwort, Wert, Punkte, 答案, 回答',
  ),
  min: ranked('min, minimum, min score, scale min, lowest, Minimum, kleinster Wert, 最小值, 最低分'),
  max: ranked('max, maximum, max score, scale max, highest, out of, Maximum, größter Wert, 最大值, 最高分, 满分'),
  about: ranked(
    'about, survey, survey name, survey id, question, Umfrage, Umfragename, Befragung, Frage, 问卷, 问卷名称, 调查, 调查名称, 问题',
    'subject, topic, order id, product, Thema, 主题, 订单编号',
  ),
  comment: ranked(
    'comment, comments, feedback, verbatim, remark, review, open answer, Kommentar, Kommentare, Rückmeldung, Anmerkung, Freitext, 评论, 反馈, 意见, 评价内容, 意见建议, 建议',
    'note, notes, text, Notiz, 备注',
  ),
};

export const objectionWords = {
  occurred_at: ranked(
    `objected on, objected at, objection date, date of objection, opt-out date, opted out at, opted out on, opt out, received on, received at, Widerspruchsdatum, Widerspruch am,
     widersprochen am, Eingangsdatum, eingegangen am, 异议日期, 异议时间, 拒绝日期, 拒绝时间, 反对日期, 退出日期, 收到日期`,
    ...anyDate,
  ),
  objected_by: ranked('objected by, raised by, requested by, requester, Widersprechender, Antragsteller, eingereicht von, 异议人, 提出人, 申请人'),
  channel: ranked(
    'channel, received by, received via, contact channel, Kanal, Eingangskanal, Kontaktweg, 渠道, 接收渠道, 提出方式, 联系渠道',
    'source, via, method, Quelle, Weg, 来源, 方式',
  ),
  statement: ranked(
    'statement, objection, wording, text, Erklärung, Wortlaut, Widerspruch, Text, 声明, 异议内容, 内容',
    'comment, note, reason, Kommentar, Notiz, Grund, 备注, 原因',
  ),
};

export const customerFileWords = {
  customer_id: ranked(
    'id, record id, record id - contact, contact id, contact record id, lead id, person id, person - id, uid, key, Nr, Nummer, Kontakt-ID, 编号, 序号编号',
  ),
  occurred_at: ranked(
    `registered at, registered on, registration date, registered, customer since, member since, client since, signup date, sign up date, signed up at, joined, joined at, joined on, join date,
     account created, account created at, Kunde seit, Mitglied seit, registriert am, Registrierungsdatum, Registrierung, Eintrittsdatum, Eintritt, Kundenanlage,
     注册时间, 注册日期, 入会时间, 入会日期, 加入时间, 加入日期, 开户日期, 建档日期, 客户创建时间`,
    ...anyDate,
  ),
  note: notes,
};
