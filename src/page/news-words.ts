/**
 * Words by which sites say what they are, across languages. Kinds of sites, not
 * sites: no list of addresses stands here.
 */

/** Menu links that news sites have in common, by their beginnings. */
export const SECTION =
  /^(?:news(?!l)|world|pol[ií]t|[eéø]?[ck]onom|[ck]ult[uú]r|business|opini|breaking|election|sport?$|sports|deporte|nyhe[tn]|v(?:erde|ärld)n|(?:in|ut)(?:n?[ae]n)?rik|ud?land|(?:ind|in|aus)land|mening|meinung|debat|wirtschaft|panorama|feuilleton|monde|mundo|soci[eé]t|esteri|cronaca|мир|политик|экономик|общество|спорт|культур|світ|політик|економік|świat|kraj|polity|gospodark|kotimaa|ulkomaat|talous|urheilu|domácí|zahran|bel?föld|külföld|gazdas|κόσμος|πολιτικ|οικονομ|국제|정치|경제|사회|스포츠|문화|연예|オピニオン|国際|政治|経済|社会|スポーツ|国际|國際|财经|財經|体育|體育|要[闻聞]|时政|军事|娱乐|科技|评论|社會|오피니언|thế giới|thời sự|kinh tế|dünya|siyaset|spor$|العالم|سياس|اقتصاد|رياض|ورزش|سیاس|देश|विदेश|खेल|দেশ|খেলা|חדשות|ספורט|internasional|olahraga)\p{L}*$/iu;

/** Menu links of publications that are sold and edited: subscriptions, e-papers, advertisers, the newsroom. */
export const PRESS =
  /^(?:abo(?:nn|s|serv|$)|prenumer|subscription|подписк|передплат|e-?(?:paper|avis|tidning)|aktuelle ausgabe|today['’]s paper|anzeigen|annon[cs]er?|advertis|reklam|publici|reda[kc]|rédac|redak|редакц|newsroom|letters to|leserbrief|correction|hemeroteca|kiosk|編集部|紙面|지면|구독)/iu;

/** What newspapers, agencies and broadcasters call themselves. */
export const NEWS_NAME =
  /news|nyhe[tn]|avis(?:a|en)?\b|\bavis|zeitung|nachrichten|anzeiger|\btimes\b|herald|tribun|gazet|kurier|courier|diario|diário|notici|notizie|giornale|corriere|tidning|\w{3}(?:blad|post)(?:et|en)?\b|tidende|uutis|sanomat|novin|novosti|vijesti|новост|новин|газет|\bвест|вестник|wiadomo|dziennik|tygodnik|zpráv|hírek|haber|știri|εφημερ|ειδήσ|新闻|新聞|日报|日報|時報|时报|ニュース|뉴스|일보|신문|tin tức|\bbáo\b|berita|habari|خبار|صحيف|جريد|خبرگزاری|روزنامه|समाचार|সংবাদ|חדשות|ข่าว/i;

/** What other kinds of pages call themselves. */
export const OTHER_NAME =
  /\bblogs?\b|\bforum\b|wiki|documentation|\bdocs\b|\bshop\b|webmail|\binbox\b/i;

/** Software that makes other kinds of pages. */
export const OTHER_GENERATOR =
  /mediawiki|dokuwiki|blogger|discourse|phpbb|vbulletin|xenforo|docusaurus|mkdocs|sphinx|vitepress|vuepress|gitbook|hugo|jekyll|woocommerce|shopify|magento|prestashop|gitlab|gitea|roundcube/i;

/** Addresses of other kinds of pages, whoever's: "blog.…", "/wiki/…", "/search?…". */
export const OTHER_ADDRESS =
  /^(?:[^/]*\.)?(?:blog|forum|wiki|docs|mail|shop|store|search)s?\.|^[^/]*\.blog\/|^[^/]*blog(?:spot)?\.[^/]+\/|^[^/]+\/(?:[^/?]+\/)?(?:blogs?|wiki|forums?|docs|search|shop|cart|product|products|questions)(?:[/?#]|$)/i;
