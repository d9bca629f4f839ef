import type { Phrases } from "./comments.ts";

export const en: Phrases = {
  products: [
    "worktop",
    "sink",
    "oven",
    "tap",
    "dishwasher",
    "pull-out drawer",
    "wall cupboard",
    "base unit",
    "side panel",
    "hob",
  ],
  about: {
    "web-inspiration": {
      bad: [
        "Lovely photos but never a price beside them.",
        "No way to filter by size, my kitchen is {m} m².",
        "Pages take forever to load on my phone.",
        "The same white kitchens over and over.",
      ],
      good: [
        "Found ideas for a small kitchen at last.",
        "The before-and-afters make you want to start tomorrow.",
        "Saved {n} ideas, we talk about them every evening.",
        "Beautiful pictures, easy to imagine ours.",
      ],
    },
    "app-projects": {
      bad: [
        "The app lost my project twice.",
        "I have to sign in every single time.",
        "The shared list never updates on my husband’s phone.",
        "Far too many notifications, I switched them all off.",
      ],
      good: [
        "Great for sharing the list at home.",
        "My measurements were there when I got to the shop, perfect.",
        "Measuring from a photo is brilliant.",
        "Simple and quick, I used it every day of the build.",
      ],
    },
    "shop-advice": {
      bad: [
        "Nobody in the kitchen department on a Saturday afternoon.",
        "The adviser did not know the {product} on display.",
        "Waited {min} minutes for a two-minute question.",
        "Sent from one aisle to the next.",
      ],
      good: [
        "An adviser who had fitted his own kitchen, it makes all the difference.",
        "She took the time to sketch my plan on the spot.",
        "He talked me out of the dearest model, honest man.",
        "Really precise advice about the {product}.",
        "Rang me the next day with the answer, as promised.",
      ],
    },
    "chat-advice": {
      bad: [
        "The bot understands nothing and the human shows up after {min} minutes.",
        "Cut off just as I was getting an answer.",
        "Sent me to a page I had already read.",
        "Copy-and-paste answer, not my question.",
      ],
      good: [
        "Answer in two minutes with the right link.",
        "She checked the stock in {store} while we were chatting.",
        "Straight to the point.",
        "Somebody there even at 8 pm, well done.",
      ],
    },
    "web-quote": {
      bad: [
        "The quote loses my measurements when I switch to my laptop.",
        "{n} pages before I saw a price.",
        "Filled everything in, then the session expired.",
        "Could not bring my quote to the shop, had to start again.",
        "The shop could not find my online quote.",
      ],
      good: [
        "A clear price in ten minutes.",
        "The 3D tool is very well made.",
        "Compared {n} versions quietly in the evening.",
        "The e-mailed quote has every line in it.",
      ],
    },
    "shop-quote": {
      bad: [
        "The printed quote was {n} cm out.",
        "An hour sitting there for a quote without fitting.",
        "They forgot the {product}, I had to come back.",
      ],
      good: [
        "Complete quote, fitting included, no surprises.",
        "He thought of the sockets and the lights.",
        "We left with a plan and a price, just what we wanted.",
        "They listened to our budget.",
      ],
    },
    "shop-appointment": {
      bad: [
        "I had an appointment, but they did not have my quote from the website.",
        "Had to give all the measurements again that I typed in online.",
        "The price in the shop was not the one on the site.",
        "Back to square one, what is the online quote for?",
        "The appointment started {min} minutes late.",
      ],
      good: [
        "On time, file ready, everything clear.",
        "Plan settled in one visit.",
        "She knew our project by heart.",
        "She spotted a corner error nobody had seen.",
      ],
    },
    "checkout-shop": {
      bad: [
        "{min} minutes in the queue, two tills open out of eight.",
        "No trade counter, I lost my morning.",
        "The loyalty card was not applied.",
        "Had to get the invoice redone for the company at the front desk.",
      ],
      good: [
        "Quick, and a smile.",
        "The loyalty discount came off by itself.",
        "They helped me load the {product}.",
        "Paying in three took two minutes.",
      ],
    },
    "checkout-web": {
      bad: [
        "Card declined {n} times with no explanation.",
        "Delivery charge only shown at the last step.",
        "The code on the poster did not work.",
      ],
      good: [
        "Ordered in five minutes, no trouble paying.",
        "Very clear summary before paying.",
        "Could pay in {n} instalments, ideal.",
      ],
    },
    "delivery-date": {
      bad: [
        "They gave me three dates and kept none.",
        "Had to ring {n} times to fix a day.",
        "A slot from 8 to 6, a day’s leave for nothing.",
        "The date moves and nobody asks me.",
      ],
      good: [
        "One date, mine, and they kept it.",
        "A two-hour slot, that is new and it is perfect.",
        "Picked Saturday in two clicks.",
        "A real date from the start, at last.",
      ],
    },
    "delivery-tracking": {
      bad: [
        "Told three dates, none kept.",
        "The tracking link has said “being prepared” for {n} days.",
        "The text says tomorrow, the site says Thursday. Which is it?",
        "Delivery announced, nobody came, no message.",
        "Tracking does not say that the {product} is missing.",
        "I heard about the delay by ringing, not by text.",
        "The carrier does not know my tracking number.",
      ],
      good: [
        "A text the day before and two hours before, spot on.",
        "You can follow the van on the map, very handy.",
        "Kept posted at every step.",
        "A message from the driver with his name, nice touch.",
      ],
    },
    delivery: {
      bad: [
        "{n} days late.",
        "Left on the pavement though I paid for upstairs.",
        "One unit damaged and the handles missing.",
        "The driver was in a rush, no time to check the boxes.",
      ],
      good: [
        "On time, polite, everything carried upstairs.",
        "{m} boxes and not a scratch.",
        "They took the cardboard away, a real plus.",
        "My kitchen came complete, what a relief.",
      ],
    },
    "phone-help": {
      bad: [
        "{min} minutes on hold to be told to ring back.",
        "Promised a call back that never came.",
        "You have to explain it all again each time.",
        "Cut off after {min} minutes of music.",
        "In spring nobody can reach you.",
      ],
      good: [
        "She walked me through the {product} step by step.",
        "Answered at once, sorted in five minutes.",
        "So patient, he stayed on while I was drilling.",
        "They sent the part without any fuss.",
      ],
    },
    "fitting-videos": {
      bad: [
        "The video rushes through squaring it up.",
        "No video for the {product}, of all things.",
        "The version shown is not the one I got.",
      ],
      good: [
        "Without the video I would never have dared to drill.",
        "Clear, and you can pause at every step.",
        "Fitted my {product} on my own, proud of it.",
        "You can tell a real fitter is talking.",
      ],
    },
    "after-sales": {
      bad: [
        "{n} weeks for a hinge.",
        "Three people, three answers.",
        "They want the paper invoice, which does not exist any more.",
        "They blame the carrier and the carrier blames them.",
      ],
      good: [
        "Part replaced, no argument.",
        "Repaired in {n} days, well done.",
        "The technician came with the right part first time.",
        "Could follow my case from start to end.",
      ],
    },
    "satisfaction-survey": {
      bad: [
        "Lovely kitchen, but what a road to get there.",
        "I would not recommend the delivery.",
        "Too many people involved, nobody follows through.",
        "After the sale it is not what the shop promised.",
      ],
      good: [
        "Already recommending you.",
        "A team that knows what it is talking about.",
        "The kitchen is gorgeous and the budget held.",
        "From idea to fitting we never felt alone.",
      ],
    },
    "online-review": {
      bad: [
        "Average quality, a door swelled after {n} months.",
        "Nice kitchen, impossible instructions.",
        "Late and boxes missing: disappointing.",
      ],
      good: [
        "Showing my finished kitchen to everyone.",
        "Very good value.",
        "Solid, well thought out, we love it.",
        "Fitted in two weekends, looks wonderful.",
      ],
    },
    "repair-request": {
      bad: [
        "The form will not take my serial number.",
        "Could not attach a photo of the fault.",
        "You still have to go to the shop after asking online.",
      ],
      good: ["Done in three minutes, label straight away.", "The online diagnosis got it right.", "Simple and clear."],
    },
    "repair-news": {
      bad: [
        "No news of my drill for {n} weeks.",
        "One text saying “in progress”, then silence.",
        "I had to ring to learn it was ready.",
      ],
      good: [
        "A message at every step, you know where you are.",
        "Told as soon as the tool was ready.",
        "Repair quote by text, accepted in one tap.",
      ],
    },
    "repair-pickup": {
      bad: ["The tool was not at the desk, they had to search.", "Came back dirty and without its battery."],
      good: [
        "Came back clean, sharp, like new.",
        "Two minutes, I timed it.",
        "They showed me the part they changed, nice.",
        "Glad to repair rather than buy again.",
      ],
    },
  },
  mixed: [
    "Fine, nothing more.",
    "Okay, could be better.",
    "Good on the whole, a bit slow.",
    "Neither good nor bad.",
    "The result is there, the way was harder.",
    "Kind, but overrun.",
    "So-so this time, usually better.",
    "Not bad, with a few hitches.",
    "Some good, some less so.",
    "I expected better, though I am not let down.",
    "Depends on the day.",
    "It worked in the end.",
  ],
  after: {
    bad: [
      "Such a pity.",
      "Disappointed.",
      "I will think twice.",
      "Please look into it.",
      "Nobody apologised.",
      "Second time this happens.",
    ],
    good: [
      "Thanks to the {store} team!",
      "Keep it up.",
      "Nothing to fault.",
      "Many thanks.",
      "I will be back.",
      "Made my day.",
    ],
  },
};
