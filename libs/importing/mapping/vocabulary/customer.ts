import { ranked } from './words.js';

/** Columns that identify the customer. A name is never taken as an id: two people may share it. */
export const customerWords = {
  customer_id: ranked(
    `customer id, customer number, customer no, customer nr, customer num, customer code, customer key, cust id, cust no, customer reference, customer uuid,
     Kundennummer, Kundennr, Kunden-Nr, Kd-Nr, Kd.Nummer, Kunden-ID, Kundenkennung, Kundenkonto, Debitorennummer, Debitoren-Nr, Debitor-Nr, Debitor,
     客户编号, 客户ID, 客户号, 客户代码, 客户编码, 客户码, 顾客编号, 顾客ID, 顾客号`,
    `member id, member number, member no, membership number, membership id, membership no, loyalty number, loyalty id, card number of the customer,
     Mitgliedsnummer, Mitglieds-Nr, Mitglied-Nr, Mitglieds-ID, Kundenkartennummer, 会员编号, 会员ID, 会员号, 会员卡号, 会员码`,
    `client id, client number, client no, client code, account id, account number, account no, user id, user number, uid, buyer id, buyer user id, shopper id,
     subscriber id, contact id, person id, household id, patron id, donor id, guest id, payer id, patient id, party id, passenger id,
     Nutzer-ID, Benutzer-ID, Käufer-ID, Abonummer, Spendernummer, Kontaktnummer, Teilnehmernummer, 用户ID, 用户编号, 用户号, 买家ID, 账号ID, 客户帐号, 客户账号`,
    `customer, client, member, buyer, buyer username, username, user, Kunde, Kundin, Mitglied, Käufer, Besteller, Auftraggeber, Nutzer, Benutzername,
     买家会员名, 买家昵称, 买家账号, 会员名, 会员昵称, 会员账号, 下单帐号, 下单账号, 用户名, 用户帐号, 用户账号, 客户, 顾客, 会员, 买家, 购买人, 用户`,
  ),
  email: ranked(
    `customer email, customer e-mail, buyer email, client email, email of the customer, customer email address, Kunden-E-Mail, E-Mail des Kunden, 客户邮箱, 买家邮箱`,
    `email, e-mail, email address, e-mail address, mail address, E-Mail-Adresse, Mailadresse, Email 1, Primary email, 邮箱, 电子邮箱, 电子邮件, 邮箱地址, 邮件地址, email地址`,
    'billing email, billing e-mail, contact email, from email address, payer email, account email, Rechnungs-E-Mail, work email, email - work, mail',
  ),
  phone: ranked(
    'mobile, mobile phone, mobile number, cell phone, cell, mobile no, Mobiltelefon, Mobilnummer, Mobil, Handy, Handynummer, 手机, 手机号, 手机号码, 移动电话, 联系手机, 客户手机, 买家手机',
    `phone, phone number, telephone, telephone number, tel, tel no, phone no, customer phone, contact phone, Telefon, Telefonnummer, Tel.-Nr, Rufnummer, phone - work,
     phone - mobile, 电话, 电话号码, 联系电话, 客户电话, 联系方式`,
    'billing phone, shipping phone, work phone, home phone, Festnetz, 收货人手机, 收货人电话',
  ),
  name: ranked(
    `full name, customer name, customer full name, contact name, client name, member name, buyer name, display name, person - name,
     Kundenname, vollständiger Name, Name des Kunden, Vor- und Nachname, 姓名, 客户姓名, 客户名称, 客户名, 顾客姓名, 会员姓名, 联系人, 联系人姓名, 真实姓名`,
    'name, person, contact, Ansprechpartner, Firma, company, company name, organisation, organization, Firmenname, account name, 名称, 公司名称, 收货人, 收货人姓名',
    'billing name, Rechnungsname, cardholder name, card name',
  ),
  given_name: ranked('first name, given name, forename, Vorname, 名', 'billing first name, customer first name, contact first name'),
  family_name: ranked('last name, family name, surname, Nachname, Familienname, Zuname, 姓, 姓氏', 'billing last name, customer last name, contact last name'),
  address: ranked(
    'address, full address, postal address, Adresse, Anschrift, Postanschrift, 地址, 联系地址, 详细地址, 通讯地址',
    'mailing address, street address, billing address, shipping address, home address, Rechnungsadresse, Lieferadresse, 收货地址',
  ),
  birth_date: ranked('birth date, birthday, date of birth, dob, birthdate, Geburtsdatum, Geburtstag, geb. am, 生日, 出生日期, 出生年月日'),
  region: ranked(
    'region, sales region, Gebiet, Vertriebsgebiet, Verkaufsgebiet, 地区, 区域, 大区',
    'country, country code, customer country, Land, Ländercode, country/region, billing country, 国家, 国家/地区',
    'state, province, federal state, Bundesland, Kanton, state/region, 省份, 省, 州',
  ),
};
