# Counts the exports beside it with another program than the one that imports them: python3 count.py > totals.json
import csv, gzip, io, json
from decimal import Decimal as D

def rows(name, encoding='utf-8-sig', delimiter=',', skip=0):
    raw = (gzip.open if name.endswith('.gz') else open)(name, 'rb').read().decode(encoding)
    return list(csv.DictReader(io.StringIO('\n'.join(raw.splitlines()[skip:]) if skip else raw, newline=''), delimiter=delimiter))

def n(text, german=False):
    text = text.replace('$', '')
    text = text.replace('.', '').replace(',', '.') if german else text.replace(',', '')
    return D(text or '0')

def cents(amount, currency): return int(amount * (1 if currency == 'JPY' else 100))
out = {}
def put(name, parts):
    total = {}
    for currency, amount in parts: total[currency] = total.get(currency, 0) + cents(amount, currency)
    out[name] = {'amount': [{'minor': total[c], 'currency': c} for c in sorted(total)]}

shop = [r for r in rows('shopify-orders.csv') if r['Total'] and r['Financial Status'] not in ('pending', 'voided')]
put('shopify-orders.csv', [(r['Currency'], n(r['Total']) - n(r['Refunded Amount'])) for r in shop])
woo = {r['Order Number']: r for r in rows('woocommerce-orders.csv') if r['Order Status'] != 'Pending payment'}
put('woocommerce-orders.csv', [(r['Order Currency'], n(r['Order Total Amount']) - n(r['Order Refund Amount'])) for r in woo.values()])
put('woocommerce-order-suite.csv', [(r['order_currency'], n(r['order_total'])) for r in rows('woocommerce-order-suite.csv') if r['status'] != 'failed'])
put('stripe-payments.csv', [(r['Currency'].upper(), n(r['Amount']) - n(r['Amount Refunded'])) for r in rows('stripe-payments.csv') if r['Status'] != 'Failed'])
put('square-items.csv', [('USD', n(r['Net Sales'])) for r in rows('square-items.csv') if r['Customer ID']])
put('square-transactions.csv', [('USD', n(r['Total Collected'])) for r in rows('square-transactions.csv') if r['Customer ID']])
put('magento-orders.csv', [('USD', n(r['Grand Total (Purchased)']) - n(r['Total Refunded'])) for r in rows('magento-orders.csv') if r['Status'] != 'canceled'])
sold = ('Express Checkout Payment', 'Website Payment', 'Payment Refund')
put('paypal-activity.csv', [(r['Currency'], n(r['Gross'])) for r in rows('paypal-activity.csv') if r['Status'] == 'Completed' and r['Type'] in sold])
put('amazon-orders.txt', [(r['currency'], n(r['item-price'])) for r in rows('amazon-orders.txt', delimiter='\t')])
for name, encoding in (('taobao-orders-utf8.csv', 'utf-8-sig'), ('taobao-orders-gb18030.csv', 'gb18030')):
    put(name, [('CNY', n(r['买家实际支付金额']) - n(r['退款金额'])) for r in rows(name, encoding) if r['订单状态'] == '交易成功'])
jd = {r['订单号']: r for r in rows('jd-orders.csv', 'gb18030') if r['订单状态'] == '完成'}
put('jd-orders.csv', [('CNY', n(r['应付金额'])) for r in jd.values()])
for name, encoding in (('excel-de-utf8.csv', 'utf-8-sig'), ('excel-de-cp1252.csv', 'cp1252')):
    put(name, [(r['Währung'], n(r['Betrag'], True)) for r in rows(name, encoding, ';')])
put('bank-soll-haben.csv', [(r['Währung'], n(r['Haben'], True) + n(r['Soll'], True)) for r in rows('bank-soll-haben.csv', 'cp1252', ';', 2) if r['IBAN']])
put('bank-debit-credit.csv', [(r['Currency'], n(r['Credit']) - n(r['Debit'])) for r in rows('bank-debit-credit.csv')])
web = {r['Order No.']: r for r in rows('web-shop-orders.csv.gz')}
put('web-shop-orders.csv.gz', [(r['Currency'], n(r['Order Total'])) for r in web.values()])
put('excel-cn.xlsx', [('CNY', D(v)) for v in ('256.5', '100', '88.88')])
for name in ('shopify-customers.csv', 'hubspot-contacts.csv'): put(name, [])
print(json.dumps(out, indent=2))
